using GoldenPath.Configuration;
using GoldenPath.Pipeline.Checks;
using GoldenPath.Services;
using GoldenPath.Triage;

namespace GoldenPath.Pipeline;

/// <summary>Checks what a run will need, and says what to do about each problem. Starts and changes nothing.</summary>
/// <remarks>What it finds in order may be gone by the time of the run: ports are taken, disks fill up.</remarks>
/// <param name="settings">What a run would be asked for.</param>
/// <param name="leases">What earlier runs left.</param>
/// <param name="hosts">What starts services.</param>
/// <param name="trackers">What opens the tracker; <c>null</c> where there is none.</param>
/// <param name="time">The clock.</param>
internal sealed class Doctor(
    RunSettings settings,
    LeaseRegistry leases,
    IReadOnlyList<IServiceHost> hosts,
    TrackerFactory? trackers,
    TimeProvider time
)
{
    private readonly LeaseFindings _leases = new(settings, leases);

    /// <summary>Checks everything.</summary>
    public async Task<Examination> ExamineAsync(CancellationToken cancellationToken)
    {
        var source = DefinitionSource.Read(settings);
        List<Finding> findings =
        [
            .. source.Problems.Select(problem => Finding.Problem(Examination.Configuration, problem)),
            .. _leases.Examine(),
            .. source.Definition is { } definition ? await ExamineAsync(definition, cancellationToken) : [],
            FolderCheck.Examine(settings.Artifacts, "The run"),
            FolderCheck.Examine(leases.Directory, "What to end after a crash"),
            ClockCheck.Examine(time, settings.Config, Environment.ProcessPath ?? ""),
        ];
        return new([.. findings.DistinctBy(finding => (finding.Check, finding.Text))]);
    }

    private async Task<IReadOnlyList<Finding>> ExamineAsync(PipelineDefinition definition, CancellationToken cancellationToken)
    {
        var ports = new PortFindings(definition, settings.Port);
        var commands = DeclaredCommand.All(definition).ToList();
        var databases = new DatabaseCheck(definition, ports);
        return
        [
            Finding.Ok(
                Examination.Configuration,
                $"{Path.GetFileName(settings.Config)}: {Counted(definition.Services.Count, "service")}, {Counted(definition.Scenarios.Count, "scenario")}, {Counted(definition.Smoke.Count, "smoke step")}"
            ),
            .. OperatingSystem.IsWindows() ? [] : commands.Select(ExecutableCheck.Examine),
            .. await SdkCheck.ExamineAsync(definition, cancellationToken) is { } sdk ? [sdk] : Array.Empty<Finding>(),
            .. (
                await Task.WhenAll(definition.Services.Select(service => ExamineAsync(definition, service, ports, cancellationToken)))
            ).SelectMany(found => found),
            .. (await Task.WhenAll(commands.Select(command => databases.ExamineAsync(command, cancellationToken)))).SelectMany(found =>
                found
            ),
            .. await HostsAsync(definition, cancellationToken),
            .. await new TrackerCheck(settings, definition.Issues, trackers).ExamineAsync(cancellationToken),
        ];
    }

    private async Task<IEnumerable<Finding>> ExamineAsync(
        PipelineDefinition definition,
        ServiceDefinition service,
        PortFindings ports,
        CancellationToken cancellationToken
    ) =>
        service.Host is ExternalHostDefinition ? [await new ExternalCheck(definition, ports).ExamineAsync(service, cancellationToken)]
        : _leases.KeptService(service) is { } kept ? [kept]
        : ports.Examine(service);

    private async Task<IReadOnlyList<Finding>> HostsAsync(PipelineDefinition definition, CancellationToken cancellationToken)
    {
        var findings = new List<Finding>();
        foreach (var host in hosts.Where(host => definition.Services.Any(service => host.Runs(service.Host))))
        {
            try
            {
                findings.AddRange(await host.ExamineAsync(cancellationToken) is { } found ? [Finding.Ok("engine", found)] : []);
            }
            catch (PipelineException missing)
            {
                findings.Add(Finding.Problem("engine", missing.Failure));
            }
        }

        return [.. findings.DistinctBy(finding => finding.Text)];
    }

    private static string Counted(int count, string what) => FormattableString.Invariant($"{count} {what}{(count == 1 ? "" : "s")}");
}
