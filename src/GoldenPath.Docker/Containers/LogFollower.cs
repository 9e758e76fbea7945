using Docker.DotNet;
using Docker.DotNet.Models;
using GoldenPath.Docker.Engine;

namespace GoldenPath.Docker.Containers;

/// <summary>Copies what a container writes into its log, start after start, while it runs.</summary>
internal sealed class LogFollower(EngineConnection engine, string containerId, bool hasTerminal, ServiceLog log)
{
    private const int BlockSize = 32 * 1024;
    private static readonly TimeSpan UntilIdle = TimeSpan.FromMilliseconds(50);

    /// <summary>Copies until the container stops.</summary>
    /// <param name="since">The moment after which output counts, in the engine's spelling; <c>null</c> for all.</param>
    /// <param name="cancellationToken">Ends the copying.</param>
    public async Task CopyAsync(string? since, CancellationToken cancellationToken)
    {
        var wanted = new ContainerLogsParameters
        {
            ShowStdout = true,
            ShowStderr = true,
            Follow = true,
            Since = since,
        };
        try
        {
            using var stream = await engine.Client.Containers.GetContainerLogsAsync(containerId, hasTerminal, wanted, cancellationToken);
            // Not every handler lets go of a read that waits when the token asks for it.
            await using var hangUp = cancellationToken.Register(stream.Dispose);
            await CopyAsync(stream, cancellationToken);
        }
        catch (Exception e) when (EngineErrors.IsExpected(e))
        {
            // The container or the engine is gone, which the events tell; a log has nothing to add.
        }
    }

    private async Task CopyAsync(MultiplexedStream stream, CancellationToken cancellationToken)
    {
        var block = new byte[BlockSize];
        while (await NextAsync(stream, block, cancellationToken) is { EOF: false } read)
        {
            await log.WriteAsync(
                block.AsMemory(0, read.Count),
                read.Target == MultiplexedStream.TargetStream.StandardError,
                cancellationToken
            );
        }
    }

    private async Task<MultiplexedStream.ReadResult> NextAsync(MultiplexedStream stream, byte[] block, CancellationToken cancellationToken)
    {
        var reading = stream.ReadOutputAsync(block, 0, block.Length, cancellationToken);
        if (log.HasBegun && await Task.WhenAny(reading, Task.Delay(UntilIdle, TimeProvider.System, CancellationToken.None)) != reading)
        {
            await log.PassOnBegunAsync(cancellationToken);
        }

        return await reading;
    }
}
