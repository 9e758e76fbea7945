using System.Globalization;
using GoldenPath.Configuration;
using GoldenPath.Guard.Leases;
using GoldenPath.Readiness;
using GoldenPath.Services;

namespace GoldenPath.Pipeline;

/// <summary>Checks what a run will need, and says what to do about each problem. Starts and changes nothing.</summary>
/// <remarks>What it finds in order may be gone by the time of the run: ports are taken, disks fill up.</remarks>
/// <param name="settings">What a run would be asked for.</param>
/// <param name="leases">What earlier runs left.</param>
/// <param name="hosts">What starts services.</param>
/// <param name="console">Where it is told.</param>
internal sealed class Doctor(RunSettings settings, LeaseRegistry leases, IReadOnlyList<IServiceHost> hosts, IRunConsole console)
{
    private const long LeastSpace = 512L * 1024 * 1024;

    /// <summary>Checks everything; tells each finding on a line.</summary>
    /// <exception cref="PipelineException">A run would fail.</exception>
    public async Task ExamineAsync(CancellationToken cancellationToken)
    {
        var source = DefinitionSource.Read(settings);
        var problems = source.Problems.ToList();
        var kind = problems.Count > 0 ? FailureKind.Misconfigured : FailureKind.Broken;
        TellLeases();
        if (source.Definition is { } definition)
        {
            Good(
                $"{Path.GetFileName(settings.Config)}: {definition.Services.Count} services, {definition.Scenarios.Count} scenarios, {definition.Smoke.Count} smoke steps"
            );
            problems.AddRange(definition.Services.SelectMany(TakenPorts));
            problems.AddRange(await MissingHostsAsync(definition, cancellationToken));
        }

        problems.AddRange(LowDisk());
        Token();
        foreach (var problem in problems)
        {
            console.Error(problem);
        }

        if (problems.Count > 0)
        {
            throw new PipelineException(
                new Failure
                {
                    Cause = Causes.Unknown,
                    Kind = kind,
                    Summary = $"A run would fail: {problems.Count} problem(s), told above.",
                }
            );
        }
    }

    private void Good(string finding) => console.Information($"ok    {finding}");

    private async Task<IReadOnlyList<string>> MissingHostsAsync(PipelineDefinition definition, CancellationToken cancellationToken)
    {
        var problems = new List<string>();
        var found = new HashSet<string>();
        foreach (var host in hosts.Where(host => definition.Services.Any(service => host.Runs(service.Host))))
        {
            try
            {
                if (await host.ExamineAsync(cancellationToken) is { } finding && found.Add(finding))
                {
                    Good(finding);
                }
            }
            catch (PipelineException missing)
            {
                problems.Add($"{missing.Failure.Summary} {Worded(missing.Failure.Worded(settings.Command).Remedies)}");
            }
        }

        return [.. problems.Distinct()];
    }

    private static string Worded(IEnumerable<Remedy> remedies) =>
        string.Join(" ", remedies.Select(remedy => remedy.Command is null ? remedy.Text : $"{remedy.Text} ({remedy.Command})"));

    private IEnumerable<string> TakenPorts(ServiceDefinition service)
    {
        var kept =
            service.Host is ExternalHostDefinition
                ? null
                : leases.Kept(settings.Root).Select(lease => PortOf(service, lease)).FirstOrDefault(known => known is not null);
        if (kept is { } known)
        {
            Good($"{service.Name}: runs already on port {known}; a run takes it up");
            yield break;
        }

        var port = service.Port is > 0 and var declared ? declared : 0;
        if (port == 0 || service.Host is ExternalHostDefinition)
        {
            yield break;
        }

        if (new PortCheck().Find(service.Name, port) is { } taken)
        {
            yield return $"{taken.Summary} {Worded(taken.Remedies)}";
        }
        else
        {
            Good($"{service.Name}: port {port} is free");
        }
    }

    // Whether a container still runs only its engine knows; the run asks it.
    private static int? PortOf(ServiceDefinition service, Lease lease) =>
        lease.Services.FirstOrDefault(leased => leased.Name == service.Name && leased.Process.IsAlive)?.Port
        ?? lease.Resources.FirstOrDefault(resource => resource.Service == service.Name)?.Port;

    private void TellLeases()
    {
        foreach (var lease in leases.All().Where(lease => lease.Machine.IsHere))
        {
            var processes = lease
                .Services.Where(service => service.Process.IsAlive)
                .Select(service => $"{service.Name} (pid {service.Process.Pid})");
            var names = string.Join(
                ", ",
                processes.Concat(
                    lease.Resources.Where(resource => resource.Service is not null).Select(resource => $"{resource.Service} ({resource})")
                )
            );
            var state =
                lease.Kept ? $"kept on purpose; '{settings.Command} {Stages.Teardown}' in {lease.Checkout} ends it"
                : lease.Owner.IsAlive ? $"a run of pid {lease.Owner.Pid} is under way"
                : "left by a run that was killed; the next run ends it";
            console.Information($"lease {lease.RunId}: {(names.Length > 0 ? names : "nothing alive")}; {state}");
        }
    }

    private IEnumerable<string> LowDisk()
    {
        var free = new DriveInfo(Path.GetFullPath(settings.Root)).AvailableFreeSpace;
        var text = string.Create(CultureInfo.InvariantCulture, $"{free / 1048576.0:0} MiB are free in {settings.Root}");
        if (free < LeastSpace)
        {
            return [$"Only {text}; a run may fill that. See what takes the room: du -xh --max-depth=1 '{settings.Root}' | sort -h"];
        }

        Good(text);
        return [];
    }

    private void Token() =>
        Good(
            string.IsNullOrEmpty(settings.Token)
                ? "no token: a broken run leaves its issue in artifacts/outbox; set GITHUB_TOKEN to file it"
                : "a token is there: a broken run files its issue"
        );
}
