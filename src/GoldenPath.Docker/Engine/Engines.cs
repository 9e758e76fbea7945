using GoldenPath.Guard.Leases;
using GoldenPath.Services;

namespace GoldenPath.Docker.Engine;

/// <summary>The engine of this machine, found and connected to once, when the first service asks for it.</summary>
/// <param name="locator">Finds it. Default: the environment and contexts of this process.</param>
/// <param name="time">The clock of the waiting. Default: the system's.</param>
public sealed class Engines(EngineLocator? locator = null, TimeProvider? time = null) : IDisposable
{
    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly List<EngineConnection> _connections = [];
    private EngineConnection? _connection;

    /// <summary>The connection; made by the first call that succeeds.</summary>
    /// <exception cref="PipelineException">No engine is there, or this user may not use it.</exception>
    public Task<EngineConnection> OpenAsync(CancellationToken cancellationToken) =>
        InTurnAsync(
            async () => _connection ??= await ConnectAsync((locator ?? EngineLocator.ForThisProcess).Locate(), cancellationToken),
            cancellationToken
        );

    /// <summary>The connection for a service to start. Says so where its port will be published on another machine.</summary>
    /// <exception cref="PipelineException">No engine is there, or this user may not use it.</exception>
    internal async Task<EngineConnection> OpenAsync(ServiceStart start, CancellationToken cancellationToken)
    {
        var engine = await OpenAsync(cancellationToken);
        if (start.Port is { } port && engine.Address.PublishingHost is { } host)
        {
            start.Console.Information(
                $"Service '{start.Service.Name}': the engine at {engine.Address} publishes port {port} on {host}; where a URL names localhost:{port}, that host is meant."
            );
        }

        return engine;
    }

    /// <summary>The engine in words.</summary>
    /// <exception cref="PipelineException">No engine is there, or this user may not use it.</exception>
    internal async Task<string?> DescribeAsync(CancellationToken cancellationToken)
    {
        var engine = await OpenAsync(cancellationToken);
        return $"Docker {engine.EngineVersion} answers at {engine.Address} ({engine.Address.Source})";
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _connections.ForEach(connection => connection.Dispose());
        _turn.Dispose();
    }

    /// <summary>The connection to the engine that a lease names, whatever this machine's environment says by now.</summary>
    internal Task<EngineConnection> OpenAsync(EngineAddress endpoint, CancellationToken cancellationToken) =>
        InTurnAsync(
            async () =>
                _connections.Find(connection => connection.Address.ForGuard == endpoint)
                ?? await ConnectAsync(LocatedEngine.OfLease(endpoint), cancellationToken),
            cancellationToken
        );

    private async Task<EngineConnection> ConnectAsync(LocatedEngine address, CancellationToken cancellationToken)
    {
        var connection = await EngineConnection.OpenAsync(address, time ?? TimeProvider.System, cancellationToken);
        _connections.Add(connection);
        return connection;
    }

    private async Task<EngineConnection> InTurnAsync(Func<Task<EngineConnection>> open, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            return await open();
        }
        finally
        {
            _turn.Release();
        }
    }
}
