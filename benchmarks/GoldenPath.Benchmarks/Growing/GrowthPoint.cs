using System.Diagnostics;
using System.Text.Json;
using GoldenPath.Benchmarks.Comparing;
using GoldenPath.Benchmarks.Users;

namespace GoldenPath.Benchmarks.Growing;

/// <summary>Measures one size in this process, which does nothing else, and writes the figure as a line of JSON.</summary>
internal static class GrowthPoint
{
    public static async Task<int> RunAsync(Growth growth, int size)
    {
        await using var load = growth.Load(size);
        await load.PrepareAsync(CancellationToken.None);
        var (own, children) = (Usage.Own, ChildTime.Total);
        var begun = Stopwatch.GetTimestamp();
        var took = await load.RunAsync(CancellationToken.None) ?? Stopwatch.GetElapsedTime(begun);
        var cpu = Usage.Own.Since(own).Cpu + ChildTime.Total - children;
        var peak = Math.Max(Usage.Own.PeakMemory, ChildTime.PeakMemory);
        Console.WriteLine(
            JsonSerializer.Serialize(new GrowthFigure(growth.What, size, took.TotalMilliseconds, cpu.TotalMilliseconds, peak / 1048576.0))
        );
        return 0;
    }
}
