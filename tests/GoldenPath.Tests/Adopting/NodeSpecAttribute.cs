using GoldenPath.Tests.Scenarios.Walking;

namespace GoldenPath.Tests.Adopting;

/// <summary>A fact that needs Node.js, and says so where it is not installed.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class NodeSpecAttribute : FactAttribute
{
    public NodeSpecAttribute()
    {
        Timeout = 180_000;
        if (!ForeignBackend.IsInstalled)
        {
            Skip = "Node.js with npm is not on the PATH: install it to run the specs of repositories in that language.";
        }
    }
}
