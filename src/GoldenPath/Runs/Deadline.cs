namespace GoldenPath.Runs;

/// <summary>A token that fires when its own time is up or when the one around it fires.</summary>
internal sealed class Deadline : IDisposable
{
    private static readonly TimeSpan Longest = TimeSpan.FromDays(1);

    private readonly CancellationTokenSource _timer;
    private readonly CancellationTokenSource _linked;
    private readonly CancellationToken _around;
    private readonly TimeProvider _time;
    private readonly TimeSpan _after;
    private readonly long _begun;

    public Deadline(TimeSpan after, TimeProvider time, CancellationToken around)
    {
        _around = around;
        _time = time;
        _after = after;
        _begun = time.GetTimestamp();
        _timer = new CancellationTokenSource(Within(after), time);
        _linked = CancellationTokenSource.CreateLinkedTokenSource(_timer.Token, around);
    }

    /// <summary>The token.</summary>
    public CancellationToken Token => _linked.Token;

    /// <summary>What is left of its own time; less than nothing once it is up.</summary>
    public TimeSpan Remaining => _after - _time.GetElapsedTime(_begun);

    /// <summary>Whether it was this deadline that fired, and not the token around it.</summary>
    public bool HasPassed => _timer.IsCancellationRequested && !_around.IsCancellationRequested;

    /// <summary>A time that timers take: neither negative nor without end.</summary>
    public static TimeSpan Within(TimeSpan time) =>
        time < TimeSpan.Zero ? TimeSpan.Zero
        : time > Longest ? Longest
        : time;

    /// <inheritdoc/>
    public void Dispose()
    {
        _linked.Dispose();
        _timer.Dispose();
    }
}
