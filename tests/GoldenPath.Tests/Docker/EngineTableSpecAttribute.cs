namespace GoldenPath.Tests.Docker;

/// <summary>A theory that needs a container engine. Without one it fails in CI, and is skipped elsewhere.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class EngineTableSpecAttribute : TheoryAttribute
{
    public EngineTableSpecAttribute()
    {
        Timeout = 60_000;
        Skip = EngineOfThisMachine.ReasonToSkip!;
    }
}
