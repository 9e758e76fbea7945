namespace GoldenPath.Tests.Pipeline;

/// <summary>A fact that needs the linters of workflows. Without them it fails in CI, and is skipped elsewhere.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class LinterSpecAttribute : FactAttribute
{
    public LinterSpecAttribute()
    {
        Timeout = 60_000;
        Skip = Linter.ReasonToSkip!;
    }
}
