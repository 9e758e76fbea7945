using GoldenPath.Scenarios.Events;
using GoldenPath.Scenarios.Recording;

namespace GoldenPath.Scenarios.Judging.Rules;

/// <summary><c>silence</c>: until the run has ended, there is never a longer time without an event of it. Noise does not count.</summary>
internal sealed class Silence(TimeSpan longest) : Rule("silence")
{
    public override void Observe(AgentEvent one, Standing standing, Run run)
    {
        if (standing is not (Standing.OfRun or Standing.End))
        {
            return;
        }

        var previous = run.BeforeLast?.At ?? run.Trigger.At;
        if (one.At - previous > longest)
        {
            var before = run.BeforeLast is { } last ? $"between {last.Label} and {one.Label}" : $"between sending and {one.Label}";
            Offend(
                Causes.EventsStalled,
                one,
                run,
                $"the run was silent for {Wording.Seconds(one.At - previous)} {before}; {Wording.Limit(longest)} is allowed"
            );
        }
    }

    public override void Conclude(Run run, SessionEnd end)
    {
        if (run is { End: null, Last: { } last } && !end.IsLost && end.At - last.At >= longest)
        {
            Miss(
                Causes.EventsStalled,
                Awaited(last),
                run,
                end,
                $"the run stalled after {last.Label}: nothing of it for {Wording.Seconds(end.At - last.At)}, {Wording.Limit(longest)} is allowed{Wording.OnlyNoise(run)}"
            );
        }
    }

    public override TimeSpan? PatienceEnds(Run run) => run.End is null ? (run.Last?.At ?? run.Trigger.At) + longest : null;

    private static string Awaited(AgentEvent last) =>
        last.Kind == EventKind.ToolExecuting ? EventNames.ToolCompleted : EventNames.Completed;
}
