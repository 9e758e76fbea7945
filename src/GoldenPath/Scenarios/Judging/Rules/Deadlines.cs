using GoldenPath.Scenarios.Events;
using GoldenPath.Scenarios.Recording;

namespace GoldenPath.Scenarios.Judging.Rules;

/// <summary><c>deadlines</c>: the first occurrence of each event comes in time, counted from sending.</summary>
internal sealed class Deadlines(IReadOnlyDictionary<string, TimeSpan> within, bool toolsRequired) : Rule("deadlines")
{
    private readonly HashSet<string> _seen = [];

    public override void Observe(AgentEvent one, Standing standing, Run run)
    {
        if (one.Frame <= run.Trigger.Frame || (standing == Standing.Outside && one.Kind != EventKind.Noise)
            || !within.TryGetValue(one.Name, out var limit) || !_seen.Add(one.Name))
        {
            return;
        }

        var late = run.Since(one.At) - limit;
        if (late > TimeSpan.Zero)
        {
            Offend(Causes.EventsTooLate, one, run,
                $"{one.Name} came {Wording.Seconds(run.Since(one.At))} after sending, {Wording.Seconds(late)} later than the {Wording.Limit(limit)} allowed");
        }
    }

    public override void Conclude(Run run, SessionEnd end)
    {
        if (run.First is null || end.IsLost || run.End?.Kind == EventKind.Error)
        {
            return;
        }

        foreach (var (name, limit) in Due(run).Where(due => run.Since(end.At) >= due.Limit))
        {
            Miss(Causes.EventsMissing, name, run, end, $"{name} did not come within {Wording.Limit(limit)} of sending; {Wording.LastEvent(run)}");
        }
    }

    /// <summary>A while beyond the first deadline that is still due: an event that comes then was late, not missing.</summary>
    public override TimeSpan? PatienceEnds(Run run) =>
        Due(run).Select(due => (TimeSpan?)(run.Trigger.At + due.Limit + Grace(due.Limit))).Min();

    private IEnumerable<(string Name, TimeSpan Limit)> Due(Run run) =>
        within.Where(pair => !_seen.Contains(pair.Key) && IsRequired(pair.Key, run)).Select(pair => (pair.Key, pair.Value));

    private bool IsRequired(string name, Run run) => name switch
    {
        EventNames.ToolExecuting => toolsRequired && run.End is null,
        EventNames.ToolCompleted => run.End is null && (toolsRequired || _seen.Contains(EventNames.ToolExecuting)),
        EventNames.Started or EventNames.Thinking or EventNames.Completed => run.End is null,
        _ => true,
    };

    private static TimeSpan Grace(TimeSpan limit) => TimeSpan.FromSeconds(Math.Clamp(limit.TotalSeconds / 2, 0.5, 5));
}
