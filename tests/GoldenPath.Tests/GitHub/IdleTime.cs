using GoldenPath.TestKit.GitHub;

namespace GoldenPath.Tests.GitHub;

/// <summary>A clock that stands still while there is work and goes on in strides while all there is to do is to wait, so that pauses cost next to nothing.</summary>
internal sealed class IdleTime : TimeProvider
{
    /// <summary>Long enough for those to meet who wait for about the same moment, and short beside every deadline: a slow machine looks idle at times.</summary>
    private static readonly TimeSpan Stride = TimeSpan.FromMilliseconds(40);

    private readonly Lock _lock = new();
    private readonly PriorityQueue<(Timer Timer, int Setting), TimeSpan> _timers = new();
    private readonly DateTimeOffset _begun = System.GetUtcNow();
    private TimeSpan _elapsed;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow() => _begun + Elapsed;

    public override long GetTimestamp() => Elapsed.Ticks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new Timer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Lets time pass whenever nobody asks the server for anything.</summary>
    public async Task PassWhileIdleAsync(GitHubServer server, CancellationToken over)
    {
        while (!over.IsCancellationRequested)
        {
            var before = server.Traffic;
            await Task.Delay(TimeSpan.FromMilliseconds(2), System, CancellationToken.None);
            if (before.Begun == before.Answered && before == server.Traffic)
            {
                Pass();
            }
        }
    }

    /// <summary>Lets a stride of time pass, and fires the timers in it.</summary>
    private void Pass()
    {
        List<Timer> due = [];
        lock (_lock)
        {
            _elapsed += Stride;
            while (_timers.TryPeek(out var first, out var at) && at <= _elapsed)
            {
                _timers.Dequeue();
                if (first.Timer.Setting == first.Setting)
                {
                    due.Add(first.Timer);
                }
            }
        }
        due.ForEach(timer => timer.Fire());
    }

    private TimeSpan Elapsed
    {
        get
        {
            lock (_lock)
            {
                return _elapsed;
            }
        }
    }

    /// <summary>Fires once: nothing here repeats.</summary>
    private sealed class Timer(IdleTime time, TimerCallback callback, object? state) : ITimer
    {
        /// <summary>Grows with every change, so that an earlier one is known to be over.</summary>
        public int Setting { get; private set; }

        public void Fire() => callback(state);

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (time._lock)
            {
                Setting++;
                if (dueTime >= TimeSpan.Zero)
                {
                    time._timers.Enqueue((this, Setting), time._elapsed + dueTime);
                }
            }
            return true;
        }

        public void Dispose() => Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
