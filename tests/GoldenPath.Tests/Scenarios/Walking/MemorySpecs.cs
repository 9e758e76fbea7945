namespace GoldenPath.Tests.Scenarios.Walking;

/// <summary>Specs that look at the memory of the whole process, and therefore run alone.</summary>
[CollectionDefinition(nameof(MemorySpecs), DisableParallelization = true)]
[Collection(nameof(MemorySpecs))]
public sealed class MemorySpecs : IDisposable
{
    private const byte Text = 0x81;
    private readonly Walks _walks = new();

    public void Dispose() => _walks.Dispose();

    [Spec]
    public async Task A_frame_of_64_MiB_is_drained_and_counted_in_flat_memory()
    {
        const long size = 64 << 20;
        var chunk = new byte[64 * 1024];
        Array.Fill(chunk, (byte)'a');
        await using var server = RawServer.Upgrading(
            async (stream, stop) =>
            {
                await RawServer.FrameAsync(stream, Text, size, chunk, stop);
                await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, stop);
            }
        );
        var before = GC.GetTotalAllocatedBytes(precise: true);

        var result = await _walks.WalkAsync(Walks.Scenario(server.Url) with { Ready = null });

        var allocated = GC.GetTotalAllocatedBytes(precise: true) - before;
        Assert.Equal(Causes.EventsMalformed, result.Failure?.Cause);
        Assert.Contains("67,108,864 bytes", result.Failure!.Summary, StringComparison.Ordinal);
        var frame = Assert.Single(_walks.Frames, frame => (bool?)frame["cut"] == true);
        Assert.Equal(size, (long)frame["size"]!);
        Assert.InRange(((string)frame["text"]!).Length, 1, 10_000);
        Assert.InRange(allocated, 0, size / 2);
    }
}
