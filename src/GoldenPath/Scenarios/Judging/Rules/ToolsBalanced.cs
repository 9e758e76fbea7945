using GoldenPath.Scenarios.Events;
using GoldenPath.Scenarios.Recording;

namespace GoldenPath.Scenarios.Judging.Rules;

/// <summary><c>tools-balanced</c>: every <c>tool_executing</c> has its <c>tool_completed</c>, by execution id or else by tool, and never the
/// other way round; and where tools are required, there is at least one.</summary>
internal sealed class ToolsBalanced(bool required) : Rule("tools-balanced")
{
    private readonly List<AgentEvent> _open = [];
    private bool _used;

    public override void Observe(AgentEvent one, Standing standing, Run run)
    {
        if (standing == Standing.Outside)
        {
            return;
        }

        if (one.Kind == EventKind.ToolExecuting)
        {
            _used = true;
            _open.Add(one);
        }
        else if (one.Kind == EventKind.ToolCompleted && !Close(one))
        {
            Offend(
                Causes.EventsUnbalancedTool,
                one,
                run,
                $"{one.Label}{Id(one)} came at {Wording.Seconds(run.Since(one.At))} without a tool_executing before it"
            );
        }
    }

    private bool Close(AgentEvent completed)
    {
        var index = completed.ExecutionId is null ? -1 : _open.FindIndex(open => open.ExecutionId == completed.ExecutionId);
        if (index < 0)
        {
            index = _open.FindIndex(open => MatchesByTool(open, completed));
        }

        if (index >= 0)
        {
            _open.RemoveAt(index);
        }

        return index >= 0;
    }

    private static bool MatchesByTool(AgentEvent open, AgentEvent completed) =>
        (open.ExecutionId is null || completed.ExecutionId is null) && (open.Tool == completed.Tool || completed.Tool is null);

    public override void Conclude(Run run, SessionEnd end)
    {
        if (run.End?.Kind != EventKind.Completed)
        {
            return;
        }

        foreach (var open in _open)
        {
            Report(Unclosed(open, run.End, run));
        }

        if (required && !_used)
        {
            Miss(
                Causes.EventsMissing,
                EventNames.ToolExecuting,
                run,
                end,
                "tool_executing never came: the run used no tool, although tools are required"
            );
        }
    }

    private Violation Unclosed(AgentEvent open, AgentEvent end, Run run) =>
        new()
        {
            Rule = Name,
            Cause = Causes.EventsUnbalancedTool,
            Text =
                $"{open.Label}{Id(open)} at {Wording.Seconds(run.Since(open.At))} has no tool_completed: the run ended without it{Why(run)}",
            Event = open.Name,
            At = run.Since(end.At),
            Gap = end.At - open.At,
            LastEvent = end.Name,
            Frames = [open.Frame, end.Frame],
        };

    private static string Id(AgentEvent one) => one.ExecutionId is null ? "" : $" (execution '{one.ExecutionId}')";

    private static string Why(Run run) =>
        run.ToolError is { } error ? $"; {error.Label} said {Wording.Quote(error.Text ?? "nothing")}" : "";
}
