namespace GoldenPath.Tests.Wine;

/// <summary>A fact about Windows, on a machine that has Wine. The first start of all makes Windows ready, which takes its time.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class WineSpecAttribute : FactAttribute
{
    public WineSpecAttribute()
    {
        Timeout = 120_000;
        Skip = WindowsPrograms.ReasonToSkip!;
    }
}
