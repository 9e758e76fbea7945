namespace GoldenPath.Tests;

/// <summary>A fact with a deadline: 60 s unless it says otherwise. The runner enforces it on asynchronous specs.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SpecAttribute : FactAttribute
{
    public SpecAttribute() => Timeout = 60_000;
}
