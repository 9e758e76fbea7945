using System.Threading.Channels;
using Docker.DotNet.Models;
using GoldenPath.Configuration;
using GoldenPath.Docker.Containers;
using GoldenPath.Docker.Engine;
using GoldenPath.Guard.Engine;
using GoldenPath.Services;

namespace GoldenPath.Docker.Compose;

/// <summary>A project of Docker Compose that this run brought up: several containers, one of which answers on the service's port.</summary>
/// <remarks>A container that ends with exit code 0 is a one-shot, such as a migration, unless it is the one that answers. Any other end of
/// one breaks the project.</remarks>
#pragma warning disable CA1001 // A semaphore that nobody asks for a wait handle has nothing to dispose of.
internal sealed class SupervisedProject : ISupervisedService
#pragma warning restore CA1001
{
    private static readonly TimeSpan StopSlack = TimeSpan.FromSeconds(2);

    private readonly EngineConnection _engine;
    private readonly ServiceStart _start;
    private readonly EngineEvidence _sheet;
    private readonly bool _isTakenUp;
    private readonly EventPump _events;
    private readonly EventPump _images;
    private readonly EventPump _networks;
    private readonly Channel<Message> _messages = Channel.CreateUnbounded<Message>();
    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly Dictionary<string, WatchedContainer> _parts = [];
    private readonly TaskCompletionSource<Failure> _broken = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource<ProcessExit> _exited = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Task _noticing;
    private readonly Lazy<Task> _stopping;
    private WatchedContainer? _main;
    private CancellationToken _hurry;
    private volatile bool _isStopping;

    /// <summary>Begins to observe a project.</summary>
    /// <param name="engine">Its engine.</param>
    /// <param name="start">The service.</param>
    /// <param name="sheet">Keeps what the engine tells of it.</param>
    /// <param name="projectName">The name of the project.</param>
    /// <param name="takenUpSince">The moment at which it was taken up from an earlier command; <c>null</c> where this one brings it up.</param>
    public SupervisedProject(
        EngineConnection engine,
        ServiceStart start,
        EngineEvidence sheet,
        string projectName,
        DateTimeOffset? takenUpSince = null
    )
    {
        (_engine, _start, _sheet, ProjectName, _isTakenUp) = (engine, start, sheet, projectName, takenUpSince is not null);
        _stopping = new Lazy<Task>(StopOnceAsync);
        _noticing = Task.Run(NoticeAsync);
        _events = EventPump.Start(
            engine,
            ("label", $"{RunLabels.ComposeProject}={projectName}"),
            message => _messages.Writer.TryWrite(message),
            Lose,
            takenUpSince
        );
        _networks = EventPump.StartForNetworks(engine, message => Parts().ForEach(part => part.Notice(message)), takenUpSince);
        _images = EventPump.Start(engine, ("event", "tag"), NoteImage, _ => { }, takenUpSince, "image");
    }

    /// <summary>The name of the project: this run's own.</summary>
    public string ProjectName { get; }

    /// <inheritdoc/>
    public string Name => _start.Service.Name;

    /// <inheritdoc/>
    public int Pid => _main?.Pid ?? 0;

    /// <inheritdoc/>
    public string? ContainerId => _main?.View.Id;

    /// <inheritdoc/>
    public string? Host => _engine.Address.PublishingHost;

    /// <inheritdoc/>
    public Task<ProcessExit> Exited => _exited.Task;

    /// <inheritdoc/>
    public Task<Failure> Broken => _broken.Task;

    /// <inheritdoc/>
    public TimeSpan NoticedWithin => EngineTime.OfEvents;

    /// <inheritdoc/>
    public Task Healthy => Task.WhenAll(Parts().Select(part => Task.WhenAny(part.Healthy, part.Ended)));

    /// <inheritdoc/>
    public string LogFile => _main?.LogFile ?? _start.Folder.LogFile(Name);

    /// <inheritdoc/>
    public bool Owns(int pid) => Parts().Any(part => part.Owns(pid));

    /// <inheritdoc/>
    public bool Publishes(int port) => Parts().Any(part => part.Publishes(port));

    /// <inheritdoc/>
    public async Task<Failure?> ExplainAsync(int? port, CancellationToken cancellationToken) =>
        (_main is null ? null : await _main.ExplainEndAsync(cancellationToken))
        ?? await ExplainPartsAsync(cancellationToken)
        ?? (port is { } silent && _main is not null ? await _main.ExplainSilenceAsync(silent, cancellationToken) : null);

    /// <summary>What went wrong with one of the containers; <c>null</c> where nothing has.</summary>
    public async Task<Failure?> ExplainPartsAsync(CancellationToken cancellationToken)
    {
        foreach (var part in Parts())
        {
            if (part.Broken.IsCompleted)
            {
                return await part.Broken;
            }

            if (part.Ended.IsCompleted && await part.Ended is not { Code: 0 })
            {
                return await part.ExplainEndAsync(cancellationToken);
            }
        }

        return null;
    }

    /// <summary>The container of the project that publishes a port; <c>null</c> for none.</summary>
    public async Task<ContainerView?> FindPublisherAsync(int port, CancellationToken cancellationToken)
    {
        await FindPartsAsync(cancellationToken);
        foreach (var part in Parts())
        {
            await part.RefreshAsync(cancellationToken); // What was seen first may have been a container that did not run yet.
        }

        return Parts().Select(part => part.View).FirstOrDefault(view => view.Ports.Any(published => published.Port == port));
    }

    /// <summary>Asks the engine what runs, rather than believing what Compose was told to run.</summary>
    public async Task ReadBackAsync(CancellationToken cancellationToken)
    {
        await FindPartsAsync(cancellationToken);
        if (!_isTakenUp)
        {
            await NoteBuiltImagesAsync(cancellationToken); // Otherwise they are in the lease of the command that built them.
        }

        var named = ((ComposeHostDefinition)_start.Service.Host).Services;
        _main =
            Parts().FirstOrDefault(part => _start.Port is { } port && part.View.Ports.Any(published => published.Port == port))
            ?? Parts()
                .OrderBy(part => named.Contains(part.View.Label(RunLabels.ComposeService)) ? 0 : 1)
                .FirstOrDefault(part => !part.Ended.IsCompleted);
        foreach (var part in Parts())
        {
            _ = FollowEndAsync(part);
        }

        _start.Console.Information(
            $"Service '{Name}' runs as {string.Join(", ", Parts().Select(part => $"{part.View.Label(RunLabels.ComposeService)} ({part.View.Id[..12]})"))}."
        );
    }

    // As soon as it has its name, however long Compose goes on with others.
    private void NoteImage(Message message)
    {
        if (
            message.Actor is { ID: { } id, Attributes: { } attributes }
            && attributes.TryGetValue("name", out var name)
            && name.StartsWith(ProjectName, StringComparison.Ordinal)
        )
        {
            _start.Supervisor.Add(RunLease.OfImage(_engine, ProjectName, id));
        }
    }

    private async Task FindPartsAsync(CancellationToken cancellationToken)
    {
        var wanted = new ContainersListParameters { All = true, Filters = RunLabels.Filter(RunLabels.ComposeProject, ProjectName) };
        foreach (var container in await _engine.Client.Containers.ListContainersAsync(wanted, cancellationToken))
        {
            await FindOrAddAsync(container.ID, cancellationToken);
        }
    }

    /// <summary>Images that are called after the project were built for it; others were there before, or are the user's to name.</summary>
    private async Task NoteBuiltImagesAsync(CancellationToken cancellationToken)
    {
        foreach (var id in Parts().Select(part => part.View.ImageId).Distinct())
        {
            var image = await _engine.Client.Images.InspectImageAsync(id, cancellationToken);
            if (image.RepoTags is { Count: > 0 } tags && tags.All(tag => tag.StartsWith(ProjectName, StringComparison.Ordinal)))
            {
                _start.Supervisor.Add(RunLease.OfImage(_engine, ProjectName, id));
            }
        }
    }

    /// <summary>That no container publishes the service's port; <c>null</c> where one does, or none is asked for.</summary>
    public Failure? FindUnpublished() =>
        _start.Port is { } port
        && _main is { View: { State.Running: true, SharesHostNetwork: false } }
        && _main.Failures().NotPublished(port) is { } failure
            ? _main.Keep(failure)
            : null;

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken)
    {
        _hurry = cancellationToken;
        return _stopping.Value;
    }

    private List<WatchedContainer> Parts()
    {
        lock (_parts)
        {
            return [.. _parts.Values];
        }
    }

    private void Lose(string reason) => _broken.TrySetResult(_sheet.Keep(EngineFailures.Lost(_engine.Address, Name, reason)));

    // One after the other: what happened to a container must not overtake the look at it.
    private async Task NoticeAsync()
    {
        await foreach (var message in _messages.Reader.ReadAllAsync())
        {
            if (
                message.Actor?.ID is { } id
                && (message.Action == "start" || Parts().Exists(part => part.View.Id == id))
                && await FindOrAddAsync(id, CancellationToken.None) is { } part
            )
            {
                part.Notice(message);
            }
        }
    }

    private async Task<WatchedContainer?> FindOrAddAsync(string id, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            return Parts().Find(part => part.View.Id == id)
                ?? Add(new ContainerView(await _engine.Client.Containers.InspectContainerAsync(id, cancellationToken)));
        }
        catch (Exception e) when (EngineErrors.IsExpected(e) && !cancellationToken.IsCancellationRequested)
        {
            return null; // It is gone already.
        }
        finally
        {
            _turn.Release();
        }
    }

    private WatchedContainer? Add(ContainerView view)
    {
        if (view.Label(RunLabels.ComposeOneOff) == "True")
        {
            return null;
        }

        var answers = _start.Port is { } port && view.Ports.Any(published => published.Port == port);
        var log = _start.Folder.LogFile(answers ? Name : $"{Name}.{view.Label(RunLabels.ComposeService)}");
        var part = new WatchedContainer(_engine, view, Name, log, _start.Redactor, _sheet, _isTakenUp);
        lock (_parts)
        {
            _parts[view.Id] = part;
        }

        _ = FollowTroubleAsync(part);
        return part;
    }

    private async Task FollowTroubleAsync(WatchedContainer part) => _broken.TrySetResult(await part.Broken);

    private async Task FollowEndAsync(WatchedContainer part)
    {
        var end = await part.Ended;
        if (part == _main)
        {
            _exited.TrySetResult(end.ToProcessExit());
        }
        else if (end.Code != 0 && !_isStopping && await part.ExplainEndAsync(CancellationToken.None) is { } failure)
        {
            _broken.TrySetResult(failure);
        }
    }

    private async Task StopOnceAsync()
    {
        _isStopping = true;
        try
        {
            var grace = ((ComposeHostDefinition)_start.Service.Host).Stop.Grace;
            await new EngineSweep(_engine.Address.ForGuard, RunLabels.ComposeProject, ProjectName).RunAsync(
                grace,
                grace + StopSlack,
                _hurry
            );
        }
        finally
        {
            await _events.DisposeAsync();
            await _images.DisposeAsync();
            await _networks.DisposeAsync();
            _messages.Writer.TryComplete();
            await _noticing;
            await Task.WhenAll(Parts().Select(part => part.DisposeAsync().AsTask()));
        }
    }
}
