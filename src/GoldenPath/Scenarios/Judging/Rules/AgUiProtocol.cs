using System.Text.Json;
using GoldenPath.Scenarios.Events;
using GoldenPath.Scenarios.Recording;

namespace GoldenPath.Scenarios.Judging.Rules;

/// <summary>The profile <c>ag-ui</c>: the order that AG-UI itself demands of a run (https://docs.ag-ui.com/concepts/events). What it finds bears the
/// name of the rule that comes nearest.</summary>
/// <remarks>The run begins with RUN_STARTED; messages, tool calls, reasonings and steps are opened before they go on and closed before the run is
/// finished, where chunks open and close by themselves. A tool of the client has no result in its run: the next run may
/// begin with it. Reasoning is optional.</remarks>
/// <param name="toolsRequired">Whether a tool must be called.</param>
internal sealed class AgUiProtocol(bool toolsRequired) : Rule("ag-ui")
{
    private readonly Dictionary<(string Span, string? Part), AgentEvent> _open = [];
    private readonly HashSet<string?> _calls = [];
    private readonly HashSet<string?> _unanswered = [];
    private bool _isStarted;
    private bool _isUnderWay; // Beyond its head, where the results of an earlier run's calls may stand.

    /// <summary>Whether the run has handed over to the client: a tool of it is to be called, or the run was interrupted.</summary>
    public bool HandsOver { get; private set; }

    public override void Observe(AgentEvent one, Standing standing, Run run)
    {
        if (standing is Standing.Outside or Standing.AfterEnd)
        {
            return;
        }

        var span = AgUiSpan.Of(one.Type);
        Begin(one, run);
        if (span is { } known)
        {
            Follow(known, one, run);
        }
        else if (one.Kind == EventKind.ToolCompleted)
        {
            TakeResult(one, run);
        }

        _isUnderWay |= span is { Span: not "STEP" };
        if (standing == Standing.End && one.Kind == EventKind.Completed)
        {
            Finish(one, run);
        }
    }

    private void Begin(AgentEvent one, Run run)
    {
        if (!_isStarted && one.Kind is not (EventKind.Started or EventKind.Error))
        {
            Report(
                new Violation
                {
                    Rule = "started-first",
                    Cause = Causes.EventsOutOfOrder,
                    Text = $"{one.Type} came at {Wording.Seconds(run.Since(one.At))}, before any RUN_STARTED",
                    Event = one.Name,
                    At = run.Since(one.At),
                    Frames = [one.Frame],
                }
            );
        }

        _isStarted = true;
    }

    private void Follow(AgUiSpan span, AgentEvent one, Run run)
    {
        var key = (span.Span, PartOf(one, span));
        var isOpen = _open.ContainsKey(key);
        switch (span.Move)
        {
            case AgUiMove.Open when isOpen:
                Break(span, one, run, $"came again at {Wording.Seconds(run.Since(one.At))}, before {span.Closing}");
                break;
            case AgUiMove.Open:
                _open[key] = one;
                NoteCall(span, one);
                break;
            case AgUiMove.Chunk:
                NoteCall(span, one);
                break;
            case AgUiMove.Continue or AgUiMove.Close when !isOpen:
                Break(span, one, run, $"came at {Wording.Seconds(run.Since(one.At))} without a {span.Opening} before it");
                break;
            case AgUiMove.Close:
                _open.Remove(key);
                break;
        }
    }

    private void NoteCall(AgUiSpan span, AgentEvent one)
    {
        if (span.Span == AgUiSpan.ToolCall && _calls.Add(one.ExecutionId))
        {
            _unanswered.Add(one.ExecutionId);
        }
    }

    /// <summary>The results of the client's tools open the run that follows.</summary>
    private void TakeResult(AgentEvent one, Run run)
    {
        if (!_unanswered.Remove(one.ExecutionId) && !_calls.Contains(one.ExecutionId) && _isUnderWay)
        {
            Break(
                new(AgUiSpan.ToolCall, AgUiMove.Close),
                one,
                run,
                $"came at {Wording.Seconds(run.Since(one.At))} for a call that this run did not make, in the middle of it"
            );
        }
    }

    private void Finish(AgentEvent end, Run run)
    {
        foreach (var ((name, _), opened) in _open.OrderBy(pair => pair.Value.Frame))
        {
            var span = new AgUiSpan(name, AgUiMove.Close);
            Report(
                new Violation
                {
                    Rule = RuleOf(span),
                    Cause = span.Span == AgUiSpan.ToolCall ? Causes.EventsUnbalancedTool : Causes.EventsMissing,
                    Text =
                        $"{opened.Type}{Id(opened)} at {Wording.Seconds(run.Since(opened.At))} has no {span.Closing}: the run was finished without it",
                    Event = span.Closing,
                    At = run.Since(end.At),
                    Gap = end.At - opened.At,
                    LastEvent = end.Name,
                    Frames = [opened.Frame, end.Frame],
                }
            );
        }

        HandsOver = _unanswered.Count > 0 || IsInterrupt(end);
    }

    public override void Conclude(Run run, SessionEnd end)
    {
        if (toolsRequired && _calls.Count == 0 && run.End?.Kind == EventKind.Completed)
        {
            Miss(
                Causes.EventsMissing,
                EventNames.ToolExecuting,
                run,
                end,
                "TOOL_CALL_START never came: the run used no tool, although tools are required"
            );
        }
    }

    private void Break(AgUiSpan span, AgentEvent one, Run run, string how) =>
        Report(
            new Violation
            {
                Rule = RuleOf(span),
                Cause = span.Span == AgUiSpan.ToolCall ? Causes.EventsUnbalancedTool : Causes.EventsOutOfOrder,
                Text = $"{one.Type}{Id(one)} {how}",
                Event = one.Name,
                At = run.Since(one.At),
                LastEvent = (run.Last == one ? run.BeforeLast : run.Last)?.Name,
                Frames = [one.Frame],
            }
        );

    private static string RuleOf(AgUiSpan span) => span.Span == AgUiSpan.ToolCall ? "tools-balanced" : "ag-ui";

    private static string? PartOf(AgentEvent one, AgUiSpan span) => span.Span == AgUiSpan.ToolCall ? one.ExecutionId : one.Part;

    private static string Id(AgentEvent one) => (one.ExecutionId ?? one.Part) is { } id ? $" ('{id}')" : "";

    private static bool IsInterrupt(AgentEvent end) =>
        end.Payload is { ValueKind: JsonValueKind.Object } payload
        && payload.TryGetProperty("outcome", out var outcome)
        && (outcome.ValueKind == JsonValueKind.Object && outcome.TryGetProperty("type", out var type) ? type : outcome) is var word
        && word.ValueKind == JsonValueKind.String
        && word.ValueEquals("interrupt");
}
