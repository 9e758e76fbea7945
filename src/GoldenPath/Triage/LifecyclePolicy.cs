namespace GoldenPath.Triage;

/// <summary>When issues are closed and opened again.</summary>
internal sealed record LifecyclePolicy
{
    /// <summary>How long after its closing an issue is opened again rather than followed by a new one. Default: 14 days.</summary>
    public TimeSpan ReopenWithin { get; init; } = TimeSpan.FromDays(14);

    /// <summary>How many passes in a row close an issue. Default: 1.</summary>
    public int PassesToClose { get; init; } = 1;

    /// <summary>How many times an issue may be opened again before it counts as flaky. Default: 2.</summary>
    public int ReopeningsOfFlaky { get; init; } = 2;
}
