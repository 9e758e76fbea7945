using GoldenPath.Scenarios.Events;
using GoldenPath.Scenarios.Recording;

namespace GoldenPath.Scenarios.Judging.Rules;

/// <summary><c>deadlines</c>: the first occurrence of each event comes in time, counted from sending.</summary>
/// <remarks>A deadline that has passed does not tell whether the event is late or never comes: that is told by listening on, for as long as the
/// run may be silent.</remarks>
internal sealed class Deadlines(IReadOnlyDictionary<string, TimeSpan> within, bool toolsRequired, TimeSpan silence) : Rule("deadlines")
{
    private readonly HashSet<string> _seen = [];

    public override void Observe(AgentEvent one, Standing standing, Run run)
    {
        if (
            one.Frame <= run.Trigger.Frame
            || (standing == Standing.Outside && one.Kind != EventKind.Noise)
            || !within.TryGetValue(one.Name, out var limit)
            || !_seen.Add(one.Name)
        )
        {
            return;
        }

        var late = run.Since(one.At) - limit;
        if (late > TimeSpan.Zero)
        {
            Offend(
                Causes.EventsTooLate,
                one,
                run,
                $"{one.Name} came at {Wording.Seconds(run.Since(one.At))}, the limit was {Wording.Limit(limit)}: {Wording.Seconds(late)} too late"
            );
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
            var (cause, how) = WasWaitedFor(limit, run, end)
                ? (Causes.EventsMissing, "did not come")
                : (Causes.EventsTooLate, "had not come yet");
            Miss(
                cause,
                name,
                run,
                end,
                $"{name} {how} in the {Wording.Seconds(run.Since(end.At))} that were listened to after sending, the limit was {Wording.Limit(limit)}; {Wording.LastEvent(run)}"
            );
        }
    }

    /// <summary>The longest silence beyond the first deadline that is still due.</summary>
    public override TimeSpan? PatienceEnds(Run run) => Due(run).Select(due => (TimeSpan?)(run.Trigger.At + due.Limit + silence)).Min();

    private bool WasWaitedFor(TimeSpan limit, Run run, SessionEnd end) =>
        run.End is not null
        || end.Reason == SessionEndReason.Budget
        || run.Since(end.At) >= limit + silence
        || end.At - (run.Last?.At ?? run.Trigger.At) >= silence;

    private IEnumerable<(string Name, TimeSpan Limit)> Due(Run run) =>
        within.Where(pair => !_seen.Contains(pair.Key) && IsRequired(pair.Key, run)).Select(pair => (pair.Key, pair.Value));

    private bool IsRequired(string name, Run run) =>
        name switch
        {
            EventNames.ToolExecuting => toolsRequired && run.End is null,
            EventNames.ToolCompleted => run.End is null && (toolsRequired || _seen.Contains(EventNames.ToolExecuting)),
            EventNames.Started or EventNames.Thinking or EventNames.Completed => run.End is null,
            _ => true,
        };
}
