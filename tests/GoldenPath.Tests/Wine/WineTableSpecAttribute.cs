namespace GoldenPath.Tests.Wine;

/// <summary>A table of facts about Windows.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class WineTableSpecAttribute : TheoryAttribute
{
    public WineTableSpecAttribute()
    {
        Timeout = 120_000;
        Skip = WindowsPrograms.ReasonToSkip!;
    }
}
