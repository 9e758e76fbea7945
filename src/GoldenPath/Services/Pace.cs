namespace GoldenPath.Services;

/// <summary>How long to wait between two questions: a fraction of the time already waited, so that the lag stays in proportion to the start of the
/// service, and the cost bounded. Default bounds: 2 ms and 100 ms.</summary>
/// <param name="time">The clock.</param>
/// <param name="fraction">The part of the time waited so far, as its divisor.</param>
/// <param name="longest">The upper bound.</param>
internal sealed class Pace(TimeProvider time, double fraction, TimeSpan longest)
{
    private static readonly TimeSpan Shortest = TimeSpan.FromMilliseconds(2);
    private readonly long _start = time.GetTimestamp();

    /// <summary>The pause that is due now.</summary>
    public TimeSpan Next =>
        TimeSpan.FromTicks(Math.Clamp((long)(time.GetElapsedTime(_start).Ticks / fraction), Shortest.Ticks, longest.Ticks));

    /// <summary>Pauses.</summary>
    public Task WaitAsync(CancellationToken cancellationToken) => Task.Delay(Next, time, cancellationToken);
}
