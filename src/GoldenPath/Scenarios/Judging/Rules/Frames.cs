using GoldenPath.Scenarios.Events;

namespace GoldenPath.Scenarios.Judging.Rules;

/// <summary><c>frames</c>: a client can read every frame. Always judged.</summary>
internal sealed class Frames() : Rule("frames")
{
    public override void Observe(AgentEvent one, Standing standing, Run run)
    {
        if (one.Kind == EventKind.Malformed && Violations.Count == 0)
        {
            Offend(Causes.EventsMalformed, one, run, $"frame {one.Frame} cannot be read: {one.Text}");
        }
    }
}
