namespace GoldenPath.Tests.Docker;

/// <summary>A fact that needs Podman. Without it, it is skipped.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PodmanSpecAttribute : FactAttribute
{
    public PodmanSpecAttribute()
    {
        Timeout = 120_000;
        Skip = PodmanEngine.ReasonToSkip!;
    }
}
