using System.Diagnostics;

namespace GoldenPath.Benchmarks.Comparing;

/// <summary><see cref="InstantBackend"/> as a child process.</summary>
internal sealed class InstantProcess : IAsyncDisposable
{
    private readonly Process _process;

    private InstantProcess(Process process, string port) => (_process, Port) = (process, port);

    /// <summary>Where it listens.</summary>
    public string Port { get; }

    public static async Task<InstantProcess> StartAsync(CancellationToken cancellationToken)
    {
        var process = Tool.Start(Tool.Self("instant-backend"));
        return new(
            process,
            await process.StandardOutput.ReadLineAsync(cancellationToken)
                ?? throw new InvalidOperationException("The instant backend ended before it listened.")
        );
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }
}
