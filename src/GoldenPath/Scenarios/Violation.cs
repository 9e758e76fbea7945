namespace GoldenPath.Scenarios;

/// <summary>What was wrong in a session: which rule was broken, by which event, when, and what shows it.</summary>
internal sealed record Violation
{
    /// <summary>The broken rule (<c>started-first</c>, <c>thinking-present</c>, <c>tools-balanced</c>, <c>one-end</c>, <c>nothing-after-end</c>,
    /// <c>deadlines</c>, <c>silence</c>, <c>answer</c>, <c>isolated</c>), or the step that failed (<c>login</c>, <c>connect</c>, <c>ready</c>,
    /// <c>frames</c>, <c>reconnect</c>, <c>deny-bad-token</c>).</summary>
    public required string Rule { get; init; }

    /// <summary>A name from <see cref="Causes"/>.</summary>
    public required string Cause { get; init; }

    /// <summary>One line for a person; not yet redacted.</summary>
    public required string Text { get; init; }

    /// <summary>The user it happened to, counted from 1; 0 where it concerns none.</summary>
    public int User { get; init; }

    /// <summary>The event that is missing or offends; <c>null</c> where none is concerned.</summary>
    public string? Event { get; init; }

    /// <summary>When, counted from the sending of the trigger; <c>null</c> before it was sent.</summary>
    public TimeSpan? At { get; init; }

    /// <summary>How long before it the last event of the run was, or by how much a deadline was missed.</summary>
    public TimeSpan? Gap { get; init; }

    /// <summary>The last event of the run before it; <c>null</c> where none had come.</summary>
    public string? LastEvent { get; init; }

    /// <summary>The code with which the connection was closed; <c>null</c> where it was not closed.</summary>
    public int? CloseCode { get; init; }

    /// <summary>The frames that show it: lines of <c>frames.jsonl</c>, counted from 1.</summary>
    public IReadOnlyList<int> Frames { get; init; } = [];

    /// <summary>What mends it, where what was seen tells just that. Default: nothing, the cause tells.</summary>
    public IReadOnlyList<Remedy> Remedies { get; init; } = [];
}
