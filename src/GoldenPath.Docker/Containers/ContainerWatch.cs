using System.Globalization;
using Docker.DotNet.Models;

namespace GoldenPath.Docker.Containers;

/// <summary>What the engine's events have told of one container so far. It is told of each event once, in order.</summary>
internal sealed class ContainerWatch(ContainerView created)
{
    private const int Remembered = 30;

    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(500);
    private static readonly string[] Told = ["exitCode", "signal"];

    private readonly TaskCompletionSource<ContainerEnd> _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource<ContainerTrouble> _troubled = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _healthy = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _removed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Queue<string> _history = [];
    private int _deaths;
    private int? _lastCode;
    private string? _signalSent;
    private bool _outOfMemory;
    private volatile bool _isUp = true;
    private volatile bool _isPaused;
    private volatile string? _networkLost;
    private long _firstStart;
    private long _lastDeath;

    /// <summary>Completes when it has ended for good.</summary>
    public Task<ContainerEnd> Ended => _ended.Task;

    /// <summary>Completes when it will not come right, although it has not ended for good.</summary>
    public Task<ContainerTrouble> Troubled => _troubled.Task;

    /// <summary>Completes when its health check has succeeded.</summary>
    public Task Healthy => _healthy.Task;

    /// <summary>Completes when it is removed, which is a moment after its end.</summary>
    public Task Removed => _removed.Task;

    /// <summary>Is called at each start but the first, with the moment in nanoseconds since 1970.</summary>
    public Action<long>? Restarted { get; set; }

    /// <summary>The latest events, oldest first, one a line.</summary>
    public IReadOnlyList<string> History
    {
        get
        {
            lock (_history)
            {
                return [.. _history];
            }
        }
    }

    /// <summary>Takes what the engine says of it now for its past, where nobody has seen that: it was started by an earlier command.</summary>
    public void TakeState()
    {
        if (created.State is { Running: false, Restarting: false } state)
        {
            _ended.TrySetResult(new ContainerEnd((int)state.ExitCode, state.OOMKilled, SignalSent: null, Removed: false));
        }

        _ = created.State.Health?.Status switch
        {
            "healthy" => _healthy.TrySetResult(),
            "unhealthy" => _troubled.TrySetResult(ContainerTrouble.Unhealthy),
            _ => false,
        };
    }

    /// <summary>Takes an event about this container.</summary>
    public void Notice(Message message)
    {
        Remember(message);
        switch (message.Action)
        {
            case "start":
                Start(message.TimeNano);
                break;
            case "oom":
                _outOfMemory = true;
                _ = TroubleAfterAMomentAsync(ContainerTrouble.OutOfMemoryInside, () => _isUp);
                break;
            case "pause":
                _isPaused = true;
                _ = TroubleAfterAMomentAsync(ContainerTrouble.Paused, () => _isPaused);
                break;
            case "unpause":
                _isPaused = false;
                break;
            case "kill":
                _signalSent = Attribute(message, "signal");
                break;
            case "die":
                Die(
                    int.TryParse(Attribute(message, "exitCode"), CultureInfo.InvariantCulture, out var code) ? code : null,
                    message.TimeNano
                );
                break;
            case "destroy":
                _removed.TrySetResult();
                _ended.TrySetResult(new ContainerEnd(_lastCode, _outOfMemory, _signalSent, Removed: true));
                break;
            case "health_status: healthy":
                _healthy.TrySetResult();
                break;
            case "health_status: unhealthy":
                _troubled.TrySetResult(ContainerTrouble.Unhealthy);
                break;
        }
    }

    /// <summary>Takes an event about a network that concerns this container. At its end it leaves all of its networks, which means nothing.</summary>
    public void NoticeNetwork(Message message)
    {
        if (message.Action is "connect")
        {
            _networkLost = null;
        }
        else if (message.Action is "disconnect" && _isUp)
        {
            Remember(message);
            _networkLost = Attribute(message, "name") ?? "its network";
            _ = TroubleAfterAMomentAsync(ContainerTrouble.NetworkLost, () => _isUp && _networkLost is not null);
        }
    }

    /// <summary>The network that was taken away; <c>null</c> for none.</summary>
    public string? NetworkLost => _networkLost;

    /// <summary>Why and how often it died, for a crash loop.</summary>
    public (int Deaths, int? LastCode, bool OutOfMemory, TimeSpan Within) Deaths() =>
        (_deaths, _lastCode, _outOfMemory, TimeSpan.FromMicroseconds(Math.Max(0, _lastDeath - _firstStart) / 1000));

    private void Remember(Message message)
    {
        var details = Told.Select(name => (Name: name, Value: Attribute(message, name))).Where(detail => detail.Value is not null);
        var moment = DateTimeOffset.UnixEpoch.AddTicks(message.TimeNano / TimeSpan.NanosecondsPerTick);
        lock (_history)
        {
            if (!message.Action.StartsWith("exec_", StringComparison.Ordinal))
            {
                _history.Enqueue(
                    $"container {created.Short} event {moment:HH:mm:ss.fff}: {message.Action}{string.Concat(details.Select(detail => $" {detail.Name}={detail.Value}"))}"
                );
            }

            if (_history.Count > Remembered)
            {
                _history.Dequeue();
            }
        }
    }

    // What is made good at once, as by a tool that pauses a container to copy it, is no trouble; and a death tells more than what led to it.
    private async Task TroubleAfterAMomentAsync(ContainerTrouble trouble, Func<bool> isStillSo)
    {
        await Task.Delay(Moment, TimeProvider.System);
        if (isStillSo() && !_ended.Task.IsCompleted)
        {
            _troubled.TrySetResult(trouble);
        }
    }

    private void Start(long at)
    {
        _isUp = true;
        if (_firstStart == 0)
        {
            _firstStart = at;
            return;
        }

        Restarted?.Invoke(at);
    }

    private void Die(int? code, long at)
    {
        _isUp = false;
        _deaths++;
        _lastCode = code;
        _lastDeath = at;
        if (created.DeathsAllowed == 0 || (code == 0 && created.RestartsOnFailureOnly))
        {
            _ended.TrySetResult(new ContainerEnd(code, _outOfMemory, _signalSent, Removed: false));
        }
        else if (_deaths > created.DeathsAllowed)
        {
            _troubled.TrySetResult(ContainerTrouble.CrashLoop);
        }
    }

    private static string? Attribute(Message message, string name) =>
        message.Actor?.Attributes is { } attributes && attributes.TryGetValue(name, out var value) ? value : null;
}
