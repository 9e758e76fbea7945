namespace GoldenPath.Diagnosis.Facts;

/// <summary>A file system that the run or one of its services writes to. Used-up inodes are not seen.</summary>
/// <param name="Mount">Where it is mounted.</param>
/// <param name="Free">What this user may still write, in bytes.</param>
/// <param name="Total">Its size in bytes.</param>
/// <param name="Seen">Where that stands in the run folder.</param>
internal sealed record DiskFact(string Mount, long Free, long Total, Evidence Seen)
{
    private const long Little = 1024 * 1024;
    private const int Thousand = 1000;

    /// <summary>Whether next to nothing more can be written: a thousandth of it, and at most a MiB, is free.</summary>
    public bool IsFull => Free <= Math.Max(Math.Min(Little, Total / Thousand), 4096);
}
