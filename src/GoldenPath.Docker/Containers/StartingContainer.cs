using Docker.DotNet;
using Docker.DotNet.Models;
using GoldenPath.Configuration;
using GoldenPath.Docker.Engine;
using GoldenPath.Services;

namespace GoldenPath.Docker.Containers;

/// <summary>A container between its creation and its supervision.</summary>
/// <param name="engine">Its engine.</param>
/// <param name="start">The service.</param>
/// <param name="sheet">Keeps what the engine tells of it.</param>
/// <param name="id">Its id.</param>
internal sealed class StartingContainer(EngineConnection engine, ServiceStart start, EngineEvidence sheet, string id)
{
    private WatchedContainer? _watched;
    private EventPump? _events;
    private EventPump? _networks;

    /// <summary>Supervises one that an earlier command started.</summary>
    /// <param name="engine">Its engine.</param>
    /// <param name="start">The service.</param>
    /// <param name="view">What the engine says of it.</param>
    /// <param name="since">The moment of that, or before.</param>
    public static SupervisedContainer TakeUp(EngineConnection engine, ServiceStart start, ContainerView view, DateTimeOffset since)
    {
        var log = start.Folder.LogFile(start.Service.Name);
#pragma warning disable CA2000 // The supervised container disposes of both.
        var watched = new WatchedContainer(
            engine,
            view,
            start.Service.Name,
            log,
            start.Redactor,
            EngineEvidence.Of(start),
            isTakenUp: true
        );
        var events = EventPump.Start(engine, ("container", view.Id), watched.Notice, watched.Lose, since);
        var networks = EventPump.StartForNetworks(engine, watched.Notice, since);
#pragma warning restore CA2000
        return new SupervisedContainer(start.Service.Name, engine, watched, [events, networks], StopOf(start));
    }

    /// <summary>Starts it, and looks at what the engine made of it.</summary>
    /// <exception cref="PipelineException">It could not be started, or its port is not published.</exception>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        try
        {
            await engine.Client.Containers.StartContainerAsync(id, new ContainerStartParameters(), cancellationToken);
        }
        catch (DockerApiException e)
        {
            throw StartFailures.NotStarted(start, engine.Address.PublishingHost, EngineErrors.Text(e));
        }

        _watched = await WatchAsync(cancellationToken);
        _events = EventPump.Start(engine, ("container", id), _watched.Notice, _watched.Lose);
        _networks = EventPump.StartForNetworks(engine, _watched.Notice);
        start.Console.Information($"Service '{start.Service.Name}' runs in container {id[..12]} (engine {engine.EngineVersion}).");
        if (
            start.Port is { } port
            && _watched.View is { State.Running: true, SharesHostNetwork: false }
            && _watched.Failures().NotPublished(port) is { } failure
        )
        {
            throw new PipelineException(_watched.Keep(failure));
        }
    }

    /// <summary>Hands it over.</summary>
    public SupervisedContainer Supervise() => new(start.Service.Name, engine, _watched!, [_events!, _networks!], StopOf(start));

    /// <summary>Removes it again.</summary>
    public async Task AbandonAsync()
    {
        await EngineStop.RemoveAsync(engine, id, CancellationToken.None);
        if (_events is not null)
        {
            await _events.DisposeAsync();
        }

        if (_networks is not null)
        {
            await _networks.DisposeAsync();
        }

        if (_watched is not null)
        {
            await _watched.DisposeAsync();
        }
    }

    private static StopDefinition StopOf(ServiceStart start) => ((ContainerHostDefinition)start.Service.Host).Stop;

    private async Task<WatchedContainer> WatchAsync(CancellationToken cancellationToken)
    {
        var view = new ContainerView(await engine.Client.Containers.InspectContainerAsync(id, cancellationToken));
        return new WatchedContainer(engine, view, start.Service.Name, start.Folder.LogFile(start.Service.Name), start.Redactor, sheet);
    }
}
