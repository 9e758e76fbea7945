using GoldenPath.Configuration;
using GoldenPath.Guard.Leases;
using GoldenPath.Runs;

namespace GoldenPath.Services;

/// <summary>The services of this pipeline that an earlier command left running on purpose.</summary>
/// <param name="Folder">The folder of the run that they belong to.</param>
/// <param name="Processes">Those that are processes, by service.</param>
/// <param name="Resources">Those that are something else, such as containers, by service.</param>
/// <param name="Ports">Their ports, by service.</param>
internal sealed record KeptServices(
    RunFolder Folder,
    IReadOnlyDictionary<string, ISupervisedService> Processes,
    IReadOnlyDictionary<string, LeasedResource> Resources,
    IReadOnlyDictionary<string, int> Ports
)
{
    /// <summary>The newest kept lease of the checkout that runs exactly what the file declares; <c>null</c> where there is none.</summary>
    public static async Task<KeptServices?> FindAsync(
        PipelineDefinition definition,
        string checkout,
        LeaseRegistry leases,
        IReadOnlyList<IServiceHost> hosts,
        CancellationToken cancellationToken
    )
    {
        foreach (var lease in leases.Kept(checkout))
        {
            if (Declared(lease, definition, leases) is { } kept && await StillRunAsync(kept, definition, hosts, cancellationToken))
            {
                return kept;
            }
        }

        return null;
    }

    /// <summary>What of a lease the file declares; <c>null</c> where the lease lacks some of it, or a process of it has ended.</summary>
    private static KeptServices? Declared(Lease lease, PipelineDefinition definition, LeaseRegistry leases)
    {
        var started = definition.Services.Where(service => service.Host is not ExternalHostDefinition).ToList();
        var processes = Names(started, service => service.Host is ProcessHostDefinition);
        var others = Names(started, service => service.Host is not ProcessHostDefinition);
        var alive = lease.Services.Where(service => service.Process.IsAlive && processes.Contains(service.Name)).ToList();
        var resources = lease
            .Resources.Where(resource => resource.Service is { } name && others.Contains(name))
            .ToDictionary(resource => resource.Service!);
        return started.Count == 0 || alive.Count < processes.Count || resources.Count < others.Count || !Directory.Exists(lease.RunFolder)
            ? null
            : new KeptServices(
                new RunFolder(Path.GetDirectoryName(lease.RunFolder)!, lease.RunId),
                leases.Attach(lease).Where(process => processes.Contains(process.Name)).ToDictionary(process => process.Name),
                resources,
                alive
                    .Select(service => (service.Name, service.Port))
                    .Concat(resources.Values.Select(resource => (Name: resource.Service!, resource.Port)))
                    .Where(service => service.Port is not null)
                    .ToDictionary(service => service.Name, service => service.Port!.Value)
            );
    }

    private static HashSet<string> Names(IEnumerable<ServiceDefinition> services, Func<ServiceDefinition, bool> which) =>
        [.. services.Where(which).Select(service => service.Name)];

    // Only what runs a service can say whether it still does.
    private static async Task<bool> StillRunAsync(
        KeptServices kept,
        PipelineDefinition definition,
        IReadOnlyList<IServiceHost> hosts,
        CancellationToken cancellationToken
    )
    {
        foreach (var (name, resource) in kept.Resources)
        {
            var declared = definition.Services.First(service => service.Name == name).Host;
            if (
                hosts.FirstOrDefault(host => host.Runs(declared)) is not { } host
                || !await host.StillRunsAsync(resource, cancellationToken)
            )
            {
                return false;
            }
        }

        return true;
    }
}
