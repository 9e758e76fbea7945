using GoldenPath.Scenarios.Events;
using GoldenPath.Scenarios.Recording;

namespace GoldenPath.Scenarios.Judging.Rules;

/// <summary>That the run came at all, ended in no error, and kept its connection until it ended. Always judged, as part of <c>one-end</c>.</summary>
internal sealed class Outcome(TimeSpan silence, TimeSpan? startedWithin) : Rule(OneEnd.RuleName)
{
    public override void Observe(AgentEvent one, Standing standing, Run run)
    {
        if (one.Kind != EventKind.Error || standing is not (Standing.End or Standing.AfterEnd))
        {
            return;
        }

        if (one.IsAuthRefusal)
        {
            Offend(
                Causes.TokenRejected,
                one,
                run,
                $"the token was refused {Wording.Seconds(run.Since(one.At))} after sending: {one.Type} {Wording.Quote(one.Text ?? one.Code ?? "")}"
            );
        }
        else if (standing == Standing.End)
        {
            Offend(
                Causes.AgentError,
                one,
                run,
                $"{one.Type} after {Wording.Seconds(run.Since(one.At))}: {Wording.Quote(one.Text ?? one.Code ?? "no text")}"
            );
        }
    }

    public override void Conclude(Run run, SessionEnd end)
    {
        if (run.End is not null)
        {
            return;
        }

        if (end.IsLost)
        {
            ConcludeLost(run, end);
        }
        else if (run.First is null && (run.Since(end.At) >= Patience || end.Reason == SessionEndReason.Budget))
        {
            Miss(
                Causes.EventsNone,
                EventNames.Started,
                run,
                end,
                $"no event of a run came within {Wording.Seconds(run.Since(end.At))} of sending{Wording.OnlyNoise(run)}"
            );
        }
    }

    private TimeSpan Patience => startedWithin is { } limit && limit < silence ? limit : silence;

    private void ConcludeLost(Run run, SessionEnd end)
    {
        var refused = run.First is null && AuthCodes.Contains(end.CloseCode);
        Miss(
            refused ? Causes.TokenRejected : Causes.ConnectionDropped,
            EventNames.Completed,
            run,
            end,
            $"{Wording.Loss(end)} {Wording.AfterSending(run, end.At)}, before agent_completed; {Wording.LastEvent(run)}"
        );
    }
}
