using GoldenPath.Scenarios.Events;

namespace GoldenPath.Scenarios.Judging.Rules;

/// <summary><c>nothing-after-end</c>: no event of the run comes after its end. A second end is the business of <see cref="OneEnd"/>.</summary>
internal sealed class NothingAfterEnd() : Rule("nothing-after-end")
{
    public override void Observe(AgentEvent one, Standing standing, Run run)
    {
        if (standing == Standing.AfterEnd && !OneEnd.IsSecondEnd(one, standing, run))
        {
            Offend(
                Causes.EventsAfterEnd,
                one,
                run,
                $"{one.Label} came {Wording.Seconds(one.At - run.End!.At)} after the end of the run ({run.End.Name} at {Wording.Seconds(run.Since(run.End.At))})",
                run.End.Frame
            );
        }
    }
}
