namespace GoldenPath.Tests.Terminal;

/// <summary>A clock that is moved by hand, and rings its timers on the way.</summary>
internal sealed class SteppedTime : TimeProvider
{
    private readonly List<Alarm> _alarms = [];
    private TimeSpan _now;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => _now.Ticks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var alarm = new Alarm(() => callback(state), _now + dueTime, period);
        _alarms.Add(alarm);
        return alarm;
    }

    /// <summary>Lets time pass, second by second.</summary>
    public void Pass(int seconds)
    {
        for (var second = 0; second < seconds; second++)
        {
            _now += TimeSpan.FromSeconds(1);
            _alarms.ToList().ForEach(alarm => alarm.RingAt(_now));
        }
    }

    private sealed class Alarm(Action ring, TimeSpan due, TimeSpan period) : ITimer
    {
        private TimeSpan _due = due;
        private bool _isOff;

        public void RingAt(TimeSpan now)
        {
            if (!_isOff && now >= _due)
            {
                _due = now + period;
                ring();
            }
        }

        public bool Change(TimeSpan dueTime, TimeSpan period) => false;

        public void Dispose() => _isOff = true;

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
