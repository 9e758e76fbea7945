using System.Threading.Channels;
using Docker.DotNet.Models;
using GoldenPath.Docker.Engine;
using GoldenPath.Guard.Redaction;

namespace GoldenPath.Docker.Containers;

/// <summary>A container under observation: its events, its output, and what they mean.</summary>
internal sealed class WatchedContainer : IAsyncDisposable
{
    // The end of the output arrives a moment after the event of the death.
    private static readonly TimeSpan LastWords = TimeSpan.FromSeconds(1);

    private readonly EngineConnection _engine;
    private readonly string _service;
    private readonly ServiceLog _log;
    private readonly EngineEvidence _sheet;
    private readonly DateTimeOffset? _copied;
    private readonly ContainerWatch _watch;
    private readonly Channel<long> _starts = Channel.CreateUnbounded<long>();
    private readonly CancellationTokenSource _end = new();
    private readonly TaskCompletionSource<string> _lost = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Task _copying;

    /// <summary>Begins to observe a container.</summary>
    /// <param name="engine">Its engine.</param>
    /// <param name="view">What the engine says of it now.</param>
    /// <param name="service">The service that it is, or is part of.</param>
    /// <param name="logFile">Where its output goes.</param>
    /// <param name="redactor">Takes secrets out of its output.</param>
    /// <param name="sheet">Keeps what the engine tells of it.</param>
    /// <param name="isTakenUp">Whether an earlier command started it: then what is in the log is not copied again.</param>
    public WatchedContainer(
        EngineConnection engine,
        ContainerView view,
        string service,
        string logFile,
        Redactor redactor,
        EngineEvidence sheet,
        bool isTakenUp = false
    )
    {
        _sheet = sheet;
        _copied = isTakenUp && File.Exists(logFile) ? File.GetLastWriteTimeUtc(logFile) : null;
        (_engine, View, _service, LogFile) = (engine, view, service, logFile);
        _log = new ServiceLog(logFile, redactor);
        _watch = new ContainerWatch(view) { Restarted = at => _starts.Writer.TryWrite(at) };
        if (isTakenUp)
        {
            _watch.TakeState();
        }

        _copying = Task.Run(CopyAsync);
        Broken = BreakAsync();
    }

    /// <summary>What the engine said of it last.</summary>
    public ContainerView View { get; private set; }

    /// <summary>Where its output goes.</summary>
    public string LogFile { get; }

    /// <summary>Completes when it has ended for good.</summary>
    public Task<ContainerEnd> Ended => _watch.Ended;

    /// <summary>Completes when its health check has succeeded; at once where it has none.</summary>
    public Task Healthy => View.ChecksHealth ? _watch.Healthy : Task.CompletedTask;

    /// <summary>Completes when it will not come right, short of its end. Never faults.</summary>
    public Task<Failure> Broken { get; }

    /// <summary>Takes an event about this container.</summary>
    public void Notice(Message message)
    {
        if (message.Type == "network")
        {
            NoticeNetwork(message);
            return;
        }

        _watch.Notice(message);
        if (_watch.Ended.IsCompleted)
        {
            _starts.Writer.TryComplete();
        }
    }

    /// <summary>Is told that the engine sends no more events.</summary>
    public void Lose(string reason) => _lost.TrySetResult(reason);

    /// <summary>Whether a process of this machine is one of the container's, or the one through which the engine publishes its ports.</summary>
    public bool Owns(int pid) =>
        IsHere
        && (
            HostProcess.BelongsTo(pid, View.Id)
            || HostProcess.Forwards(pid, View.Id, View.Addresses)
            || (View.Ports.Count > 0 && HostProcess.IsEngine(pid))
        );

    /// <summary>The id of its main process on this machine; 0 where it runs on another one.</summary>
    public int Pid => IsHere ? View.Pid : 0;

    /// <summary>The host that its ports are published on, where that is another machine; <c>null</c> for this one.</summary>
    public string? Host => _engine.Address.PublishingHost;

    /// <summary>Whether the engine says that connections to a port of its machine reach it.</summary>
    public bool Publishes(int port) => View.Ports.Any(published => published.Port == port && published.IsReachedAt(Host));

    // An engine that is reached over TCP may be this machine's own all the same: then its containers are processes here.
    private bool IsHere => _engine.Address.IsLocal || HostProcess.BelongsTo(View.Pid, View.Id);

    /// <summary>Asks the engine anew.</summary>
    public async Task RefreshAsync(CancellationToken cancellationToken) =>
        View = new ContainerView(await _engine.Client.Containers.InspectContainerAsync(View.Id, cancellationToken));

    /// <summary>Why it ended; <c>null</c> as long as it has not.</summary>
    public async Task<Failure?> ExplainEndAsync(CancellationToken cancellationToken)
    {
        if (!Ended.IsCompleted)
        {
            return null;
        }

        var end = await Ended;
        if (end.SignalSent is not null && await IsEngineEndingAsync(cancellationToken))
        {
            return Keep(EngineFailures.Ended(_engine.Address, _service));
        }

        await TryRefreshAsync(cancellationToken);
        await DrainAsync(cancellationToken);
        return Keep(
            Failures()
                .Ended(
                    end with
                    {
                        OutOfMemory = end.OutOfMemory || View.State.OOMKilled,
                        Removed = end.Removed || (end.SignalSent is not null && await IsRemovedAsync(cancellationToken)),
                    }
                )
        );
    }

    /// <summary>Why nothing answers on a published port; <c>null</c> where the engine knows no reason.</summary>
    public async Task<Failure?> ExplainSilenceAsync(int port, CancellationToken cancellationToken)
    {
        await TryRefreshAsync(cancellationToken);
        if (View.SharesHostNetwork || !View.State.Running)
        {
            return null;
        }

        return
            (
                Failures().NotPublished(port)
                ?? await ExplainInsideAsync(View.Ports.First(published => published.Port == port), cancellationToken)
            )
                is { } failure
            ? Keep(failure)
            : null;
    }

    /// <summary>Writes down what a failure goes by, and all that is known of the container besides.</summary>
    public Failure Keep(Failure failure) => _sheet.Keep(failure, [.. View.Facts, .. _watch.History]);

    /// <summary>What is known about it, to be worded.</summary>
    public ContainerFailures Failures() => new(_service, View, Host);

    /// <summary>Waits until everything that it wrote is in its log, for a moment at most.</summary>
    public async Task DrainAsync(CancellationToken cancellationToken)
    {
        try
        {
            await _copying.WaitAsync(LastWords, TimeProvider.System, cancellationToken);
        }
        catch (TimeoutException)
        {
            // What has arrived has to do.
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        _starts.Writer.TryComplete();
        await _end.CancelAsync();
        await _copying;
        await _log.DisposeAsync();
        _end.Dispose();
    }

    private void NoticeNetwork(Message message)
    {
        if (message.Actor?.Attributes is { } attributes && attributes.TryGetValue("container", out var id) && id == View.Id)
        {
            _watch.NoticeNetwork(message);
        }
    }

    // An engine that is told to end stops listening first, and then stops its containers.
    private async Task<bool> IsEngineEndingAsync(CancellationToken cancellationToken)
    {
        try
        {
            await _engine.Client.System.PingAsync(cancellationToken).WaitAsync(LastWords, TimeProvider.System, cancellationToken);
            return _lost.Task.IsCompleted;
        }
        catch (Exception e) when (EngineErrors.IsExpected(e) && !cancellationToken.IsCancellationRequested)
        {
            return true;
        }
    }

    // Whoever removes a running container has it killed first.
    private async Task<bool> IsRemovedAsync(CancellationToken cancellationToken)
    {
        await Task.WhenAny(_watch.Removed, Task.Delay(LastWords, TimeProvider.System, cancellationToken));
        return _watch.Removed.IsCompleted;
    }

    private async Task CopyAsync()
    {
        var follower = new LogFollower(_engine, View.Id, View.HasTerminal, _log);
        try
        {
            await follower.CopyAsync(_copied is { } until ? EngineTime.Format(until) : null, _end.Token);
            await foreach (var start in _starts.Reader.ReadAllAsync(_end.Token))
            {
                await follower.CopyAsync(EngineTime.Format(start), _end.Token);
            }
        }
        catch (OperationCanceledException)
        {
            // Nobody wants more of it.
        }
    }

    private async Task<Failure> BreakAsync()
    {
        await Task.WhenAny(_watch.Troubled, _lost.Task);
        if (_lost.Task.IsCompleted && !_watch.Troubled.IsCompleted)
        {
            return Keep(EngineFailures.Lost(_engine.Address, _service, await _lost.Task));
        }

        using var limit = new CancellationTokenSource(LastWords, TimeProvider.System);
        await TryRefreshAsync(limit.Token);
        return Keep(
            await _watch.Troubled switch
            {
                ContainerTrouble.Unhealthy => Failures().Unhealthy(),
                ContainerTrouble.Paused => Failures().Paused(),
                ContainerTrouble.NetworkLost => Failures().WithoutNetwork(_watch.NetworkLost ?? "its network"),
                ContainerTrouble.OutOfMemoryInside => Failures().OutOfMemoryInside(),
                _ => Failures().CrashLoop(_watch.Deaths()),
            }
        );
    }

    private async Task<Failure?> ExplainInsideAsync(PublishedPort published, CancellationToken cancellationToken)
    {
        if (await InsideSockets.ListAsync(_engine, View, cancellationToken) is not { } sockets)
        {
            return null;
        }

        var there = sockets.Where(socket => socket.Port == published.ContainerPort).ToList();
        return there.Count == 0
                ? Failures().NotListening(published.Port, published.ContainerPort, [.. sockets.Select(socket => socket.ToString())])
            : there.TrueForAll(socket => System.Net.IPAddress.IsLoopback(socket.Address))
                ? Failures().OnlyLoopback(published.Port, published.ContainerPort)
            : null;
    }

    private async Task TryRefreshAsync(CancellationToken cancellationToken)
    {
        try
        {
            await RefreshAsync(cancellationToken);
        }
        catch (Exception e) when (EngineErrors.IsExpected(e))
        {
            // It is gone, or the engine is: what was said last has to do.
        }
    }
}
