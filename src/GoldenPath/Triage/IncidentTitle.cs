using System.Globalization;
using System.Text.RegularExpressions;

namespace GoldenPath.Triage;

/// <summary>The title of an incident's issue: severity, scenario, what a user sees, and what is behind it.</summary>
internal static partial class IncidentTitle
{
    /// <summary>The whole title, not yet neutralised.</summary>
    public static string Of(Incident incident) => $"[{incident.Severity}] {incident.Scenario.Replace('-', ' ')}: {Headline(incident)}";

    private static string Headline(Incident incident) =>
        Reason(incident) is { } reason ? $"{Symptom(incident)} ({reason})"
        : incident.Diagnosis.Cause.Name is Causes.TestsFailed && incident.FailedTest is { } test ? $"{test.Test} failed"
        : CauseHeadline.Of(incident.Diagnosis.Cause.Name) ?? incident.Diagnosis.Summary.TrimEnd('.');

    private static string Symptom(Incident incident)
    {
        var where = incident.MeantPort is { } port ? string.Create(CultureInfo.InvariantCulture, $" on port {port}") : "";
        var what =
            incident.ConcernsWebSocket ? "WebSocket connection"
            : incident.SpeaksHttp ? "HTTP connection"
            : "connection";
        var wasReady = incident.Run.Services.Any(service => service.Name == incident.Service && service.ReadyAfterMs is not null);
        return what + (wasReady ? " lost" : " refused") + where;
    }

    private static string? Reason(Incident incident)
    {
        var service = incident.Service ?? "service";
        return incident.Diagnosis.Cause.Name switch
        {
            Causes.ProcessExited => ExitCode(incident) is { } code ? $"{service} exited, code {code}" : $"{service} exited",
            Causes.ProcessKilled => Signal(incident) is { } signal ? $"{service} was killed, {signal}" : $"{service} was killed",
            Causes.ServiceNotStarted => $"{service} was not started",
            Causes.ExecutableMissing => $"the executable of {service} is missing",
            Causes.PortNotListening => $"{service} listens nowhere",
            Causes.PortWrongPort => $"{service} listens on another port",
            Causes.PortWrongInterface => $"{service} listens on another interface",
            _ => null,
        };
    }

    private static string? ExitCode(Incident incident) => First(Code(), incident);

    private static string? Signal(Incident incident) => First(SignalName(), incident);

    private static string? First(Regex pattern, Incident incident) =>
        new[] { incident.Diagnosis.Summary, incident.FailureText }
            .Concat(incident.Diagnosis.Chain.Select(why => why.Because))
            .Select(text => pattern.Match(text))
            .FirstOrDefault(match => match.Success)
            ?.Groups[1]
            .Value;

    [GeneratedRegex(@"\b(?:exit )?code:? (-?\d+)", RegexOptions.IgnoreCase)]
    private static partial Regex Code();

    [GeneratedRegex(@"\b(SIG[A-Z]{2,6})\b")]
    private static partial Regex SignalName();
}
