namespace GoldenPath.Tests;

/// <summary>A theory with a deadline for each row: 60 s unless it says otherwise.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class TableSpecAttribute : TheoryAttribute
{
    public TableSpecAttribute() => Timeout = 60_000;
}
