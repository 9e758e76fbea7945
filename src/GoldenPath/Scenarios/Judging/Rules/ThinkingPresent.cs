using GoldenPath.Scenarios.Events;
using GoldenPath.Scenarios.Recording;

namespace GoldenPath.Scenarios.Judging.Rules;

/// <summary><c>thinking-present</c>: the run reasons at least once.</summary>
internal sealed class ThinkingPresent() : Rule("thinking-present")
{
    private bool _seen;

    public override void Observe(AgentEvent one, Standing standing, Run run) =>
        _seen |= standing != Standing.Outside && one.Kind == EventKind.Thinking;

    public override void Conclude(Run run, SessionEnd end)
    {
        if (!_seen && run.End?.Kind == EventKind.Completed)
        {
            Miss(
                Causes.EventsMissing,
                EventNames.Thinking,
                run,
                end,
                $"agent_thinking never came: the run ended without it, {Wording.Seconds(run.Since(run.End.At))} after sending"
            );
        }
    }
}
