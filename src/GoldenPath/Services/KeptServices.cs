using GoldenPath.Configuration;
using GoldenPath.Guard.Leases;
using GoldenPath.Runs;

namespace GoldenPath.Services;

/// <summary>The services of this pipeline that an earlier command left running on purpose.</summary>
/// <param name="Folder">The folder of the run that they belong to.</param>
/// <param name="Processes">Their processes, by service.</param>
/// <param name="Ports">Their ports, by service.</param>
internal sealed record KeptServices(
    RunFolder Folder,
    IReadOnlyDictionary<string, ISupervisedProcess> Processes,
    IReadOnlyDictionary<string, int> Ports)
{
    /// <summary>The newest kept lease of the checkout that runs exactly what the file declares; <c>null</c> where there is none.</summary>
    public static KeptServices? Find(PipelineDefinition definition, string checkout, LeaseRegistry leases)
    {
        var lease = leases.Kept(checkout).FirstOrDefault(lease => Covers(lease, definition));
        if (lease is null)
        {
            return null;
        }

        var names = Started(definition);
        return new KeptServices(
            new RunFolder(Path.GetDirectoryName(lease.RunFolder)!, lease.RunId),
            leases.Attach(lease).Where(process => names.Contains(process.Name)).ToDictionary(process => process.Name),
            lease.Services.Where(service => service.Port is not null && names.Contains(service.Name)).ToDictionary(service => service.Name, service => service.Port!.Value));
    }

    private static bool Covers(Lease lease, PipelineDefinition definition)
    {
        var alive = lease.Services.Where(service => service.Process.IsAlive).Select(service => service.Name).ToHashSet();
        return Started(definition) is { Count: > 0 } names && names.IsSubsetOf(alive) && Directory.Exists(lease.RunFolder);
    }

    private static HashSet<string> Started(PipelineDefinition definition) =>
        [.. definition.Services.Where(service => service.Host is not ExternalHostDefinition).Select(service => service.Name)];
}
