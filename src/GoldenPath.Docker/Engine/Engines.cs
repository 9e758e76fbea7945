namespace GoldenPath.Docker.Engine;

/// <summary>The engine of this machine, found and connected to once, when the first service asks for it.</summary>
/// <param name="locator">Finds it. Default: the environment and contexts of this process.</param>
/// <param name="time">The clock of the waiting. Default: the system's.</param>
public sealed class Engines(EngineLocator? locator = null, TimeProvider? time = null) : IDisposable
{
    private readonly SemaphoreSlim _turn = new(1, 1);
    private EngineConnection? _connection;

    /// <summary>The connection; made by the first call that succeeds.</summary>
    /// <exception cref="Diagnosis.PipelineException">No engine is there, or this user may not use it.</exception>
    public async Task<EngineConnection> OpenAsync(CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            var address = (locator ?? EngineLocator.ForThisProcess).Locate();
            return _connection ??= await EngineConnection.OpenAsync(address, time ?? TimeProvider.System, cancellationToken);
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _connection?.Dispose();
        _turn.Dispose();
    }
}
