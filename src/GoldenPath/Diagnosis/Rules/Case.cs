using GoldenPath.Diagnosis.Facts;
using GoldenPath.Diagnosis.Logs;

namespace GoldenPath.Diagnosis.Rules;

/// <summary>A broken run as the rules see it: the captured facts, and the logs beside them.</summary>
internal sealed class Case(CaseFile file, string runFolder)
{
    private readonly Dictionary<string, ScannedLog> _logs = [];

    public CaseFile File => file;

    public Failure Failure => file.Observation.Failure;

    /// <summary>Whether it broke after everything had been ready.</summary>
    public bool IsAfterReadiness => file.Observation.Stage == Stages.SmokeTests;

    /// <summary>The service that the failure happened to; <c>null</c> where it happened to none.</summary>
    public ServiceFact? Service => file.Services.FirstOrDefault(service => service.Name == Failure.Service);

    /// <summary>Whether the service that the failure happened to could not do its work at all: it ended, or was never ready.</summary>
    public bool HasEnded => Service is { State: ServiceState.Ended };

    /// <summary>The last words of that service; none where it has no log.</summary>
    public ScannedLog? LastWords => Service?.Log is { } log ? Log(log) : null;

    /// <summary>The last words of the test command that failed; none where none did.</summary>
    public ScannedLog? TestWords =>
        Failure.Evidence.FirstOrDefault(evidence => evidence.Source.StartsWith("logs/tests.", StringComparison.Ordinal)) is { } cited
            ? Log(cited.Source.Split(':')[0])
            : null;

    /// <summary>The last words of a log.</summary>
    public ScannedLog Log(string source) => _logs.TryGetValue(source, out var known) ? known : _logs[source] = ScannedLog.Read(runFolder, source);

    /// <summary>Who listened on a port; <c>null</c> where it was not looked at.</summary>
    public PortFact? Port(int? port) => file.Ports.FirstOrDefault(fact => fact.Port == port);

    /// <summary>What an address answered; nothing where it was not asked.</summary>
    public IEnumerable<AnswerFact> Answers(string? host, int? port) =>
        file.Answers.Where(answer => answer.Port == port && answer.Host == (host is { Length: > 0 } ? host : "localhost"));
}
