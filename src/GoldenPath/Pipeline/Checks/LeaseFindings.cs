using GoldenPath.Configuration;
using GoldenPath.Guard.Leases;
using GoldenPath.Services;

namespace GoldenPath.Pipeline.Checks;

/// <summary>Tells what other runs of this user on this machine hold, and what of it a run would take up.</summary>
/// <param name="settings">What a run would be asked for.</param>
/// <param name="leases">What earlier runs left.</param>
internal sealed class LeaseFindings(RunSettings settings, LeaseRegistry leases)
{
    private const string Name = "run";

    /// <summary>One finding for each.</summary>
    public IEnumerable<Finding> Examine() => leases.All().Where(lease => lease.Machine.IsHere).Select(Describe);

    /// <summary>The finding of a service that runs already and would be taken up; <c>null</c> for any other.</summary>
    public Finding? KeptService(ServiceDefinition service) =>
        leases.Kept(settings.Root).Select(lease => PortOf(service, lease)).FirstOrDefault(port => port is not null) is { } port
            ? Finding.Ok(Name, $"{service.Name}: runs already on port {port}; a run takes it up")
            : null;

    private Finding Describe(Lease lease)
    {
        var processes = lease
            .Services.Where(service => service.Process.IsAlive)
            .Select(service => $"{service.Name} (pid {service.Process.Pid})");
        var resources = lease
            .Resources.Where(resource => resource.Service is not null)
            .Select(resource => $"{resource.Service} ({resource})");
        var names = string.Join(", ", processes.Concat(resources));
        var state =
            lease.Kept ? $"kept on purpose; '{settings.Command} {Stages.Teardown}' in {lease.Checkout} ends it"
            : lease.Owner.IsAlive ? $"a run of pid {lease.Owner.Pid} is under way in {lease.Checkout}"
            : "left by a run that was killed; the next run ends it";
        return Finding.Ok(Name, $"lease {lease.RunId}: {(names.Length > 0 ? names : "nothing alive")}; {state}");
    }

    // Whether a container still runs only its engine knows; the run asks it.
    private static int? PortOf(ServiceDefinition service, Lease lease) =>
        lease.Services.FirstOrDefault(leased => leased.Name == service.Name && leased.Process.IsAlive)?.Port
        ?? lease.Resources.FirstOrDefault(resource => resource.Service == service.Name)?.Port;
}
