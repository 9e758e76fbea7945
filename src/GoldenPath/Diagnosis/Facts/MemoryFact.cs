namespace GoldenPath.Diagnosis.Facts;

/// <summary>The memory of the machine, and whom the kernel ended for want of it.</summary>
/// <param name="Kills">How many processes of this run's control group the kernel has ended for want of memory since the run began; <c>null</c> where it does not tell.</param>
/// <param name="KillsOnMachine">The same on the whole machine.</param>
/// <param name="Seen">Where that stands in the run folder.</param>
internal sealed record MemoryFact(long? Kills, long? KillsOnMachine, Evidence Seen);
