using System.Runtime.ExceptionServices;
using GoldenPath.Configuration;

namespace GoldenPath.Services;

/// <summary>Starts services in the order of their needs, independent ones side by side, and waits for each from the moment it runs.</summary>
/// <param name="services">The services, never cyclic.</param>
/// <param name="start">Starts one; returns as soon as it runs.</param>
/// <param name="becomeReady">Waits until a started one is proved ready.</param>
internal sealed class ServiceStartup(
    IReadOnlyList<ServiceDefinition> services,
    Func<ServiceDefinition, CancellationToken, Task<RunningService>> start,
    Func<RunningService, CancellationToken, Task> becomeReady
) : IDisposable
{
    private readonly Dictionary<string, Task<RunningService>> _started = [];
    private readonly Dictionary<string, Task<RunningService>> _ready = [];
    private CancellationTokenSource? _abandon;
    private ExceptionDispatchInfo? _first;

    /// <summary>Completes when all services run. Those that others need are ready by then.</summary>
    /// <exception cref="PipelineException">One could not be started, or one that is needed did not become ready.</exception>
    public Task<RunningService[]> StartAsync(CancellationToken cancellationToken)
    {
        _abandon = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        foreach (var service in InOrderOfNeeds())
        {
            var needs = service.Needs.Select(need => _ready[need]).ToArray();
            var running = Watched(StartAfterAsync(service, needs, _abandon.Token));
            _started[service.Name] = running;
            _ready[service.Name] = Watched(BecomeReadyAsync(running, _abandon.Token));
        }

        return AllAsync(_started.Values);
    }

    /// <summary>Completes when all services are ready.</summary>
    /// <exception cref="PipelineException">One did not become ready.</exception>
    public Task<RunningService[]> WaitUntilReadyAsync() => AllAsync(_ready.Values);

    /// <summary>Ends the starts and waits that go on: their outcome no longer matters.</summary>
    /// <returns>What was not ready yet, by name.</returns>
    public async Task<IReadOnlyList<string>> AbandonAsync()
    {
        string[] awaited = [.. _ready.Where(service => !service.Value.IsCompletedSuccessfully).Select(service => service.Key)];
        await _abandon!.CancelAsync();
        await Task.WhenAll(_ready.Values)
            .ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        return awaited;
    }

    /// <inheritdoc/>
    public void Dispose() => _abandon?.Dispose();

    private async Task<RunningService> StartAfterAsync(ServiceDefinition service, Task[] needs, CancellationToken cancellationToken)
    {
        await Task.WhenAll(needs);
        return await start(service, cancellationToken);
    }

    private async Task<RunningService> BecomeReadyAsync(Task<RunningService> running, CancellationToken cancellationToken)
    {
        var service = await running;
        await becomeReady(service, cancellationToken);
        return service;
    }

    // The first failure is the one to tell; the others are ended, as their outcome no longer matters.
    private async Task<RunningService> Watched(Task<RunningService> task)
    {
        try
        {
            return await task;
        }
        catch (Exception failure)
        {
            if (Interlocked.CompareExchange(ref _first, ExceptionDispatchInfo.Capture(failure), null) is null)
            {
                await _abandon!.CancelAsync();
            }

            throw;
        }
    }

    private async Task<RunningService[]> AllAsync(IEnumerable<Task<RunningService>> tasks)
    {
        try
        {
            return await Task.WhenAll(tasks);
        }
        catch (Exception) when (_first is not null)
        {
            _first.Throw();
            throw;
        }
    }

    private List<ServiceDefinition> InOrderOfNeeds()
    {
        var ordered = new List<ServiceDefinition>();
        var left = services.ToList();
        while (left.Count > 0)
        {
            var next = left.First(service => service.Needs.All(need => ordered.Exists(done => done.Name == need)));
            ordered.Add(next);
            left.Remove(next);
        }

        return ordered;
    }
}
