namespace GoldenPath.Readiness;

/// <summary>Collects observations and folds equal ones in a row. Safe to use from several threads.</summary>
/// <param name="time">The clock.</param>
/// <param name="start">The zero of the timeline.</param>
internal sealed class TimelineRecorder(TimeProvider time, long start)
{
    private readonly Lock _lock = new();
    private readonly List<TimelineSpan> _spans = [];

    /// <summary>The time since the zero.</summary>
    public TimeSpan Elapsed => time.GetElapsedTime(start);

    /// <summary>Adds an observation.</summary>
    public void Add(string probe, string address, string answer, bool isReady = false)
    {
        var now = Elapsed;
        lock (_lock)
        {
            var last = _spans.FindLastIndex(span => span.Probe == probe && span.Address == address);
            if (last >= 0 && _spans[last].Answer == answer)
            {
                _spans[last] = _spans[last] with { Count = _spans[last].Count + 1, Last = now };
            }
            else
            {
                _spans.Add(new(probe, address, answer, isReady, 1, now, now));
            }
        }
    }

    /// <summary>What was collected so far.</summary>
    public ReadinessTimeline ToTimeline()
    {
        lock (_lock)
        {
            return new([.. _spans]);
        }
    }
}
