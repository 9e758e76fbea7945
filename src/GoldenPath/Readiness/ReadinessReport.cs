using GoldenPath.Services;

namespace GoldenPath.Readiness;

/// <summary>Words a failure so that it carries its evidence: what was missing, the last answers, the process, the timeline, the end of the log.</summary>
/// <param name="target">The service.</param>
/// <param name="lanes">What was asked and answered; <c>null</c> where the service has no port.</param>
/// <param name="timeline">What was observed.</param>
internal sealed class ReadinessReport(ReadinessTarget target, ProbeLanes? lanes, ReadinessTimeline timeline)
{
    private const int LogLines = 10;

    /// <summary>A failure of this wait.</summary>
    public Failure Write(string cause, string summary, IReadOnlyList<Remedy> remedies) =>
        Complete(
            new()
            {
                Cause = cause,
                Service = target.Service,
                Summary = summary,
                Remedies = remedies,
            }
        );

    /// <summary>Somebody's failure, with what this wait knows.</summary>
    public Failure Complete(Failure failure)
    {
        var log = target.Log is { } file ? new LogTail(file).Last(LogLines) : [];
        return failure with
        {
            Service = failure.Service ?? target.Service,
            Details = [.. failure.Details, .. Details(), .. Tail(log)],
            Evidence = [.. failure.Evidence, .. Observed(), .. log.Select(Cite)],
        };
    }

    private IEnumerable<string> Details()
    {
        if (lanes?.Furthest.Open is { } open)
        {
            yield return $"- Missing: {open.Requirement}";
        }

        foreach (var lane in lanes?.All ?? [])
        {
            yield return $"- Last answer at {lane.EndPoint}: {lane.Last?.Description ?? "none"}";
        }

        yield return $"- Process: {State()}";
        if (timeline.Spans.Count > 0)
        {
            yield return $"- Timeline: {timeline}";
        }
    }

    private string State() =>
        target.Process is not { } process ? "none of this run (external)"
        : process.Exited is { IsCompleted: true } exited ? ProcessEnd.Describe(exited.Result)
        : $"running, {PortHolder.Describe(process)}";

    private static IEnumerable<string> Tail(IReadOnlyList<LogLine> log) =>
        log.Count == 0 ? ["- Log: empty"] : ["- End of the log:", .. log.Select(line => "    " + line.Text)];

    private IEnumerable<Evidence> Observed() =>
        timeline.Spans.Count > 0 ? [new(ReadinessEvidence.Source(target.Service) + ":1", timeline.ToString())] : [];

    private Evidence Cite(LogLine line) => new($"logs/{Path.GetFileName(target.Log)}:{line.Number}", line.Text);
}
