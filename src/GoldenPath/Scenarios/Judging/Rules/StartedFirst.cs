using GoldenPath.Scenarios.Events;
using GoldenPath.Scenarios.Recording;

namespace GoldenPath.Scenarios.Judging.Rules;

/// <summary><c>started-first</c>: the run begins with <c>agent_started</c>, and so does each inner agent that has one.</summary>
internal sealed class StartedFirst() : Rule("started-first")
{
    private readonly HashSet<string> _started = [];
    private readonly Dictionary<string, AgentEvent> _early = [];
    private AgentEvent? _first;
    private bool _runStarted;

    public override void Observe(AgentEvent one, Standing standing, Run run)
    {
        if (standing == Standing.Outside || one.Kind is EventKind.Progress or EventKind.Error)
        {
            return;
        }

        _first ??= one;
        if (one.Kind == EventKind.Started)
        {
            ObserveStart(one, run);
        }
        else if (one.Agent is not null && !_started.Contains(one.Agent))
        {
            _early.TryAdd(one.Agent, one);
        }
    }

    private void ObserveStart(AgentEvent one, Run run)
    {
        var early =
            !_runStarted && _first != one ? _first
            : one.Agent is null ? null
            : _early.GetValueOrDefault(one.Agent);
        _runStarted = true;
        if (early is not null)
        {
            var whose = one.Agent is null ? "" : $" of '{one.Agent}'";
            Offend(
                Causes.EventsOutOfOrder,
                one,
                run,
                $"{early.Label} came before the agent_started{whose}: at {Wording.Seconds(run.Since(early.At))}, "
                    + $"the agent_started at {Wording.Seconds(run.Since(one.At))}",
                early.Frame
            );
        }

        if (one.Agent is not null)
        {
            _started.Add(one.Agent);
            _early.Remove(one.Agent);
        }
    }

    public override void Conclude(Run run, SessionEnd end)
    {
        if (_first is not null && !_runStarted && run.End?.Kind == EventKind.Completed)
        {
            Miss(
                Causes.EventsMissing,
                EventNames.Started,
                run,
                end,
                $"agent_started never came: the run began with {_first.Label} and ended {Wording.Seconds(run.Since(run.End.At))} after sending"
            );
        }
    }
}
