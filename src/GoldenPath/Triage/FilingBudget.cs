namespace GoldenPath.Triage;

/// <summary>The time that filing may take, and the word to stop.</summary>
internal sealed class FilingBudget : IDisposable
{
    private readonly TimeProvider _time;
    private readonly TimeSpan _length;
    private readonly long _begun;
    private readonly CancellationTokenSource _deadline;
    private readonly CancellationTokenSource _both;

    public FilingBudget(TimeSpan length, TimeProvider time, CancellationToken cancellationToken)
    {
        _time = time;
        _length = length;
        _begun = time.GetTimestamp();
        _deadline = new(length, time);
        _both = CancellationTokenSource.CreateLinkedTokenSource(_deadline.Token, cancellationToken);
    }

    /// <summary>Fires when the time is over or somebody says to stop.</summary>
    public CancellationToken Token => _both.Token;

    public TimeSpan Remaining => _length - _time.GetElapsedTime(_begun);

    public void Dispose()
    {
        _both.Dispose();
        _deadline.Dispose();
    }
}
