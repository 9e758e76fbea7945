using GoldenPath.Scenarios.Events;
using GoldenPath.Scenarios.Recording;

namespace GoldenPath.Scenarios.Judging.Rules;

/// <summary>The profile <c>agent-strict</c>: the five, once each, in order. What it finds bears the name of the rule that the event belongs to.</summary>
/// <remarks>The several frames as which AG-UI streams one thought count as one.</remarks>
internal sealed class InOrder() : Rule("agent-strict")
{
    private AgentEvent? _previous;
    private AgentEvent? _early;
    private int _next;

    private string Expected => _next < EventNames.Five.Count ? EventNames.Five[_next] : "nothing more";

    public override void Observe(AgentEvent one, Standing standing, Run run)
    {
        if (
            Violations.Count > 0
            || standing is Standing.Outside or Standing.AfterEnd
            || !EventNames.Five.Contains(one.Name)
            || IsSameThought(one)
        )
        {
            return;
        }

        _previous = one;
        if (EventNames.Five.Take(_next).Contains(one.Name))
        {
            Break(one, "again", run);
        }
        else if (one.Name != Expected)
        {
            _early ??= one;
        }
        else if (_early is not null)
        {
            Break(_early, "too early", run);
        }
        else
        {
            _next++;
        }
    }

    public override void Conclude(Run run, SessionEnd end)
    {
        if (_early is not null && Violations.Count == 0 && run.End?.Kind == EventKind.Completed)
        {
            Report(
                new Violation
                {
                    Rule = RuleOf(Expected),
                    Cause = Causes.EventsMissing,
                    Text = $"{Expected} never came: {_early.Label} came in its place at {Wording.Seconds(run.Since(_early.At))}",
                    Event = Expected,
                    At = run.Since(end.At),
                    LastEvent = run.Last?.Name,
                    Frames = [_early.Frame],
                }
            );
        }
    }

    private bool IsSameThought(AgentEvent one) =>
        _previous?.Kind == EventKind.Thinking && one.Kind == EventKind.Thinking && EventVocabulary.IsAgUiThought(one.Type);

    private void Break(AgentEvent one, string how, Run run) =>
        Report(
            new Violation
            {
                Rule = RuleOf(one.Name),
                Cause = Causes.EventsOutOfOrder,
                Text = $"{one.Label} came {how} at {Wording.Seconds(run.Since(one.At))}: the profile agent-strict expected {Expected}",
                Event = one.Name,
                At = run.Since(one.At),
                LastEvent = run.BeforeLast?.Name,
                Frames = [one.Frame],
            }
        );

    private static string RuleOf(string name) =>
        name switch
        {
            EventNames.Started => "started-first",
            EventNames.Thinking => "thinking-present",
            EventNames.ToolExecuting or EventNames.ToolCompleted => "tools-balanced",
            _ => "one-end",
        };
}
