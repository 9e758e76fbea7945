using GoldenPath.Scenarios.Events;
using GoldenPath.Scenarios.Recording;

namespace GoldenPath.Scenarios.Judging.Rules;

/// <summary><c>one-end</c>: the outer run ends exactly once.</summary>
internal sealed class OneEnd() : Rule(RuleName)
{
    public const string RuleName = "one-end";

    /// <summary>Whether an event would end a run that has ended already.</summary>
    public static bool IsSecondEnd(AgentEvent one, Standing standing, Run run) =>
        standing == Standing.AfterEnd && (one.Kind == EventKind.Error || run.IsOuterCompletion(one));

    public override void Observe(AgentEvent one, Standing standing, Run run)
    {
        if (IsSecondEnd(one, standing, run))
        {
            Offend(
                Causes.EventsAfterEnd,
                one,
                run,
                $"the run ended twice: {run.End!.Name} at {Wording.Seconds(run.Since(run.End.At))}, then {one.Name} {Wording.Seconds(one.At - run.End.At)} later",
                run.End.Frame
            );
        }
    }

    public override void Conclude(Run run, SessionEnd end)
    {
        if (run.End is null && run.First is not null && end.Reason == SessionEndReason.Budget)
        {
            Miss(
                Causes.EventsMissing,
                EventNames.Completed,
                run,
                end,
                $"agent_completed did not come before the run's budget was used up, {Wording.Seconds(run.Since(end.At))} after sending; {Wording.LastEvent(run)}"
            );
        }
    }
}
