namespace GoldenPath.Benchmarks.Growing;

/// <summary>What one size cost, in a process of its own.</summary>
/// <param name="What">What grows.</param>
/// <param name="Size">How large it was.</param>
/// <param name="Milliseconds">How long it took.</param>
/// <param name="CpuMilliseconds">The processor time, with that of the processes that were started and ended for it.</param>
/// <param name="PeakMiB">The most memory that one process held, what was got ready before included.</param>
internal sealed record GrowthFigure(string What, int Size, double Milliseconds, double CpuMilliseconds, double PeakMiB);
