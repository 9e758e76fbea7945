using GoldenPath.Configuration;
using GoldenPath.Runs;

namespace GoldenPath.Triage;

/// <summary>Assembles an incident from a broken run and what is in its folder.</summary>
/// <param name="definition">What the run was to prove.</param>
/// <param name="folder">The run's folder.</param>
/// <param name="git">What it tested.</param>
/// <param name="command">How a person calls the pipeline. Default: <c>./build.sh</c>.</param>
internal sealed class IncidentBuilder(PipelineDefinition definition, RunFolder folder, GitCheckout git, string? command = null)
{
    private const int ConcernedLines = 60;
    private const int OtherLines = 20;
    private const int MostTests = 30;

    /// <summary>The primary service's port that the command asked for; <c>null</c> where it asked for none, 0 for a free one.</summary>
    public int? AskedPort { get; init; }

    /// <summary>Reads an environment variable. Default: those of this process.</summary>
    public Func<string, string?> Variable { get; init; } = System.Environment.GetEnvironmentVariable;

    /// <summary>The incident of a run.</summary>
    /// <param name="run">Its result; a missing diagnosis is made up for by the failure.</param>
    /// <param name="failure">What the failed stage saw; <c>null</c> where only the result is known.</param>
    public Incident Build(RunResult run, Failure? failure)
    {
        var runFolder = "artifacts/golden-path/" + run.RunId;
        var diagnosis = Portable(run.Diagnosis ?? Undiagnosed(failure), runFolder);
        var test = run.Smoke.Failures.Count > 0 ? run.Smoke.Failures[0] : null;
        var service = Service(failure);
        var scenario = Scenario(test, failure);
        return new()
        {
            Run = run,
            Diagnosis = diagnosis,
            Severity = scenario?.Severity ?? "P0",
            Scenario = scenario?.Name ?? definition.Name,
            FailureText = FailureText(diagnosis, failure, test),
            FailedTest = test,
            Service = service?.Name,
            Port = Port(run, service),
            MeantPort = MeantPort(service),
            SpeaksHttp = service?.Ready.Http is not null,
            ConcernsWebSocket = WebSocketConcern.Of(diagnosis.Cause, service, definition),
            ConfiguredLabels = definition.Issues.Labels,
            Git = git,
            Expected = ExpectedBehaviour.Of(definition, scenario, port => Port(run, port)),
            Configuration = ConfigurationExcerpt.Read(definition, service, scenario),
            Environment = EnvironmentFacts.Collect(Variable),
            Logs = Logs(service?.Name, diagnosis.Cause),
            RelatedTests = Related(run),
            RunUrl = ActionsJob.RunUrl(Variable),
            RunFolder = runFolder,
            Command = command ?? RunSettings.OwnCommand,
        };
    }

    /// <summary>The diagnosis with commands for anybody's checkout, rather than for the machine of the run.</summary>
    private DiagnosisResult Portable(DiagnosisResult diagnosis, string runFolder) =>
        diagnosis with
        {
            Remedies =
            [
                .. diagnosis.Remedies.Select(remedy =>
                    remedy with
                    {
                        Command = remedy.Command?.Replace(folder.Path, runFolder, StringComparison.Ordinal),
                    }
                ),
            ],
        };

    private static DiagnosisResult Undiagnosed(Failure? failure) =>
        new()
        {
            Cause = failure?.Cause ?? Causes.Unknown,
            Certainty = failure is null ? Certainty.Inconclusive : Certainty.Likely,
            Summary = failure?.Summary ?? "The run failed, and nothing tells why",
            Chain = failure is null ? [] : [new("Why did the run fail?", failure.Summary, failure.Evidence)],
            Remedies = failure?.Remedies ?? [],
        };

    /// <summary>Under causes of tests the failing test tells incidents apart; under all others the diagnosis does, as any test may be the first to stumble.</summary>
    private static string FailureText(DiagnosisResult diagnosis, Failure? failure, TestFailure? test) =>
        test is not null && (diagnosis.Cause.Name is Causes.Unknown or Causes.TestsFailed or Causes.TestsTimedOut)
            ? test.Test + "\n" + test.Error
        : failure?.Service is { } service ? service + "\n" + diagnosis.Summary
        : diagnosis.Summary;

    private ServiceDefinition? Service(Failure? failure) =>
        definition.Services.FirstOrDefault(service => service.Name == failure?.Service) ?? definition.Primary;

    /// <summary>The scenario that failed; else the worst of those that could not begin or hang on the failed test.</summary>
    private ScenarioDefinition? Scenario(TestFailure? test, Failure? failure) =>
        definition.Scenarios.FirstOrDefault(scenario => scenario.Name == test?.Test || scenario.Name == failure?.Test)
        ?? definition.Scenarios.OrderBy(scenario => scenario.Severity, StringComparer.Ordinal).FirstOrDefault();

    private static int? Port(RunResult run, ServiceDefinition? service)
    {
        var endpoint = run.Services.FirstOrDefault(result => result.Name == service?.Name)?.Endpoint;
        return Uri.TryCreate(endpoint, UriKind.Absolute, out var address) ? address.Port
            : service is { Port: not 0 } ? service.Port
            : null;
    }

    private int? MeantPort(ServiceDefinition? service) =>
        (service == definition.Primary && AskedPort is > 0 ? AskedPort : service?.Port) is > 0 and var port ? port : null;

    private List<LogExcerpt> Logs(string? concerned, Cause cause)
    {
        var names = definition.Services.Select(service => service.Name).OrderBy(name => name != concerned).ToList();
        var logs = names.Select(name => LogExcerpt.Read(folder, $"logs/{name}.log", name == concerned ? ConcernedLines : OtherLines));
        var frames = WebSocketConcern.IsOfConnection(cause) ? LogExcerpt.Read(folder, "frames.jsonl", OtherLines) : null;
        return [.. logs.Append(frames).OfType<LogExcerpt>()];
    }

    private List<string> Related(RunResult run)
    {
        var failed = run
            .Smoke.Failures.Take(MostTests)
            .Select(failure => failure.File is null ? failure.Test : $"{failure.Test} ({failure.File})");
        var file = Path.GetFileName(definition.File);
        var scenarios = definition.Scenarios.Select(scenario => $"{scenario.Name} ({file}:{scenario.Line})");
        var commands = definition.Smoke.OfType<CommandStep>().Select(step => string.Join(' ', step.Command));
        return [.. failed.Concat(scenarios).Concat(commands).Distinct()];
    }
}
