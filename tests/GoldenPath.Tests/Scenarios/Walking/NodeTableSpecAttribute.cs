namespace GoldenPath.Tests.Scenarios.Walking;

/// <summary>A theory that needs Node.js, and says so where it is not installed.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class NodeTableSpecAttribute : TheoryAttribute
{
    public NodeTableSpecAttribute()
    {
        Timeout = 60_000;
        if (!ForeignBackend.IsInstalled)
        {
            Skip = "Node.js with npm is not on the PATH: install it to run the specs against a service in another language.";
        }
    }
}
