using Docker.DotNet;
using Docker.DotNet.Models;
using GoldenPath.Configuration;
using GoldenPath.Diagnosis;
using GoldenPath.Docker.Engine;
using GoldenPath.Services;

namespace GoldenPath.Docker.Containers;

/// <summary>A container between its creation and its supervision.</summary>
/// <param name="engine">Its engine.</param>
/// <param name="start">The service.</param>
/// <param name="id">Its id.</param>
internal sealed class StartingContainer(EngineConnection engine, ServiceStart start, string id)
{
    private WatchedContainer? _watched;
    private EventPump? _events;

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
            throw StartFailures.NotStarted(start, EngineErrors.Text(e));
        }

        _watched = await WatchAsync(cancellationToken);
        _events = EventPump.Start(engine, ("container", id), _watched.Notice, _watched.Lose);
        start.Console.Information($"Service '{start.Service.Name}' runs in container {id[..12]} (engine {engine.EngineVersion}).");
        if (start.Port is { } port && _watched.View is { State.Running: true, SharesHostNetwork: false }
            && _watched.Failures().NotPublished(port) is { } failure)
        {
            throw new PipelineException(failure);
        }
    }

    /// <summary>Hands it over.</summary>
    public SupervisedContainer Supervise()
    {
        var host = (ContainerHostDefinition)start.Service.Host;
        return new SupervisedContainer(start.Service.Name, engine, _watched!, _events!, host.Stop);
    }

    /// <summary>Removes it again.</summary>
    public async Task AbandonAsync()
    {
        await EngineStop.RemoveAsync(engine, id, CancellationToken.None);
        if (_events is not null)
        {
            await _events.DisposeAsync();
        }

        if (_watched is not null)
        {
            await _watched.DisposeAsync();
        }
    }

    private async Task<WatchedContainer> WatchAsync(CancellationToken cancellationToken)
    {
        var view = new ContainerView(await engine.Client.Containers.InspectContainerAsync(id, cancellationToken));
        return new WatchedContainer(engine, view, start.Service.Name, start.Folder.LogFile(start.Service.Name), start.Redactor);
    }
}
