namespace GoldenPath.Runs;

/// <summary>The time of one run: when it began, and monotonic time since.</summary>
internal sealed class RunClock
{
    private readonly long _start;
    private readonly TimeSpan _before;

    /// <summary>Starts the time of a run.</summary>
    /// <param name="time">Where time comes from.</param>
    /// <param name="startedAt">When an earlier command began the run that this one goes on with; <c>null</c>: now.</param>
    public RunClock(TimeProvider time, DateTimeOffset? startedAt = null)
    {
        Time = time;
        _start = time.GetTimestamp();
        StartedAt = startedAt ?? time.GetUtcNow();
        _before = startedAt is null ? TimeSpan.Zero : time.GetUtcNow() - StartedAt;
    }

    /// <summary>Where time comes from.</summary>
    public TimeProvider Time { get; }

    /// <summary>When the run began, by the wall clock.</summary>
    public DateTimeOffset StartedAt { get; }

    /// <summary>The time since then; monotonic within one command.</summary>
    public TimeSpan Elapsed => _before + Time.GetElapsedTime(_start);

    /// <summary><see cref="Elapsed"/> in whole milliseconds.</summary>
    public long ElapsedMs => (long)Elapsed.TotalMilliseconds;
}
