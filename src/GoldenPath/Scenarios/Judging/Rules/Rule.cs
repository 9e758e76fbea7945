using GoldenPath.Scenarios.Events;
using GoldenPath.Scenarios.Recording;

namespace GoldenPath.Scenarios.Judging.Rules;

/// <summary>One rule over the events of a session: it sees them in order, once, and reports what breaks it.</summary>
internal abstract class Rule(string name)
{
    private readonly List<Violation> _violations = [];

    /// <summary>Its name, as in a declared profile.</summary>
    public string Name => name;

    /// <summary>What it found so far.</summary>
    public IReadOnlyList<Violation> Violations => _violations;

    /// <summary>Sees an event.</summary>
    public virtual void Observe(AgentEvent one, Standing standing, Run run) { }

    /// <summary>Sees the end of the record.</summary>
    public virtual void Conclude(Run run, SessionEnd end) { }

    /// <summary>When it will be broken beyond repair if nothing comes; <c>null</c> where nothing is due.</summary>
    public virtual TimeSpan? PatienceEnds(Run run) => null;

    /// <summary>Reports an event that should not have come, or not like this.</summary>
    protected void Offend(string cause, AgentEvent one, Run run, string text, params ReadOnlySpan<int> otherFrames)
    {
        var last = run.Last == one ? run.BeforeLast : run.Last;
        Report(
            new Violation
            {
                Rule = name,
                Cause = cause,
                Text = text,
                Event = one.Name,
                At = run.Since(one.At),
                Gap = last is null ? null : one.At - last.At,
                LastEvent = last?.Name,
                Frames = [.. otherFrames, one.Frame],
            }
        );
    }

    /// <summary>Reports an event that should have come.</summary>
    protected void Miss(string cause, string missing, Run run, SessionEnd end, string text) =>
        Report(
            new Violation
            {
                Rule = name,
                Cause = cause,
                Text = text,
                Event = missing,
                At = run.Since(end.At),
                Gap = run.Last is null ? run.Since(end.At) : end.At - run.Last.At,
                LastEvent = run.Last?.Name,
                CloseCode = end.CloseCode,
                Frames = [.. new[] { run.Last?.Frame ?? run.Trigger.Frame, end.Frame }.Where(frame => frame > 0)],
            }
        );

    /// <summary>Reports a violation.</summary>
    protected void Report(Violation violation) => _violations.Add(violation);
}
