namespace GoldenPath.Tests.Reporting.Pages;

/// <summary>A fact that needs a browser. Without one it fails in CI, and is skipped elsewhere.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BrowserSpecAttribute : FactAttribute
{
    public BrowserSpecAttribute()
    {
        Timeout = 60_000;
        Skip = Browser.ReasonToSkip!;
    }
}
