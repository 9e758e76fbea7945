namespace GoldenPath.Scenarios.Walking;

/// <summary>A step of a user's walk failed: the login, the upgrade, the wait for the ready frame.</summary>
#pragma warning disable CA1064 // Exceptions should be public: nobody outside sees this one, the walk turns it into its violation.
internal sealed class StepFailedException(Violation violation) : Exception(violation.Text)
{
    public StepFailedException(string step, string cause, string text)
        : this(
            new Violation
            {
                Rule = step,
                Cause = cause,
                Text = text,
            }
        ) { }

    /// <summary>What was wrong.</summary>
    public Violation Violation { get; } = violation;

    /// <summary>The HTTP answer that came instead of an upgrade; <c>null</c> where none came.</summary>
    public Refusal? Refusal { get; init; }
}
#pragma warning restore CA1064
