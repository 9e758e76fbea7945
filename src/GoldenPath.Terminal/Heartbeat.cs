namespace GoldenPath.Terminal;

/// <summary>Signs of life where a line cannot be changed: a line when the state of something that takes its time has changed, and every ten seconds where it has not.</summary>
/// <param name="print">Prints a line.</param>
/// <param name="time">The clock.</param>
internal sealed class Heartbeat(Action<string> print, TimeProvider time) : ISigns
{
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestSilence = TimeSpan.FromSeconds(10);

    private readonly Lock _gate = new();
    private readonly Dictionary<Ongoing, (string State, long At)> _told = new(ReferenceEqualityComparer.Instance);
    private ITimer? _timer;
    private bool _isOver;

    /// <inheritdoc/>
    public void Print(string line)
    {
        lock (_gate)
        {
            print(line);
        }
    }

    /// <inheritdoc/>
    public void Show(Ongoing ongoing)
    {
        lock (_gate)
        {
            if (_isOver)
            {
                return;
            }

            _told[ongoing] = (ongoing.Now, ongoing.Begun);
            _timer ??= time.CreateTimer(_ => Beat(), null, Look, Look);
        }
    }

    /// <inheritdoc/>
    public void Hide(Ongoing ongoing)
    {
        lock (_gate)
        {
            _told.Remove(ongoing);
            if (_told.Count == 0)
            {
                StopTimer();
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (_gate)
        {
            _isOver = true;
            _told.Clear();
            StopTimer();
        }
    }

    private void StopTimer()
    {
        _timer?.Dispose();
        _timer = null;
    }

    private void Beat()
    {
        lock (_gate)
        {
            foreach (var (ongoing, (told, at)) in _told.ToList())
            {
                var state = ongoing.Now;
                if (state != told || time.GetElapsedTime(at) >= LongestSilence)
                {
                    _told[ongoing] = (state, time.GetTimestamp());
                    print(ongoing.Line(state));
                }
            }
        }
    }
}
