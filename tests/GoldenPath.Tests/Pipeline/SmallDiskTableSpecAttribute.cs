namespace GoldenPath.Tests.Pipeline;

/// <summary>A theory that needs a small disk. Where none can be mounted it is skipped, and says so.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SmallDiskTableSpecAttribute : TheoryAttribute
{
    public SmallDiskTableSpecAttribute()
    {
        Timeout = 60_000;
        Skip = SmallDisk.ReasonToSkip!;
    }
}
