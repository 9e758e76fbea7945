using GoldenPath.Configuration;
using GoldenPath.Docker.Engine;
using GoldenPath.Services;

namespace GoldenPath.Docker.Containers;

/// <summary>A container of its own that this run started.</summary>
internal sealed class SupervisedContainer : ISupervisedService
{
    private readonly EngineConnection _engine;
    private readonly WatchedContainer _container;
    private readonly IReadOnlyList<EventPump> _events;
    private readonly StopDefinition _stop;
    private readonly Lazy<Task> _stopping;
    private CancellationToken _hurry;

    public SupervisedContainer(
        string name,
        EngineConnection engine,
        WatchedContainer container,
        IReadOnlyList<EventPump> events,
        StopDefinition stop
    )
    {
        (Name, _engine, _container, _events, _stop) = (name, engine, container, events, stop);
        _stopping = new Lazy<Task>(StopOnceAsync);
        Exited = ExitAsync();
    }

    /// <inheritdoc/>
    public string Name { get; }

    /// <inheritdoc/>
    public int Pid => _container.Pid;

    /// <inheritdoc/>
    public string ContainerId => _container.View.Id;

    /// <inheritdoc/>
    public string? Host => _container.Host;

    /// <inheritdoc/>
    public Task<ProcessExit> Exited { get; }

    /// <inheritdoc/>
    public Task<Failure> Broken => _container.Broken;

    /// <inheritdoc/>
    public TimeSpan NoticedWithin => EngineTime.OfEvents;

    /// <inheritdoc/>
    public Task Healthy => _container.Healthy;

    /// <inheritdoc/>
    public string LogFile => _container.LogFile;

    /// <inheritdoc/>
    public bool Owns(int pid) => _container.Owns(pid);

    /// <inheritdoc/>
    public bool Publishes(int port) => _container.Publishes(port);

    /// <inheritdoc/>
    public async Task<Failure?> ExplainAsync(int? port, CancellationToken cancellationToken) =>
        await _container.ExplainEndAsync(cancellationToken)
        ?? (port is { } silent ? await _container.ExplainSilenceAsync(silent, cancellationToken) : null);

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken)
    {
        _hurry = cancellationToken;
        return _stopping.Value;
    }

    private async Task<ProcessExit> ExitAsync() => (await _container.Ended).ToProcessExit();

    private async Task StopOnceAsync()
    {
        try
        {
            await EngineStop.StopAsync(_engine, ContainerId, _stop.Grace, _hurry);
            await EngineStop.RemoveAsync(_engine, ContainerId, CancellationToken.None);
        }
        finally
        {
            await Task.WhenAll(_events.Select(events => events.DisposeAsync().AsTask()));
            await _container.DisposeAsync();
        }
    }
}
