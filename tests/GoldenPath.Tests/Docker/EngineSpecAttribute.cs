namespace GoldenPath.Tests.Docker;

/// <summary>A fact that needs a container engine. Without one it fails in CI, and is skipped elsewhere.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class EngineSpecAttribute : FactAttribute
{
    public EngineSpecAttribute()
    {
        Timeout = 60_000;
        Skip = EngineOfThisMachine.ReasonToSkip!;
    }
}
