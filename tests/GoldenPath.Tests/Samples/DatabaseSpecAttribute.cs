using GoldenPath.Tests.Docker;
using GoldenPath.Tests.Scenarios.Walking;

namespace GoldenPath.Tests.Samples;

/// <summary>A fact that needs a container engine, Redis and Node.js, and says so where one is missing.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class DatabaseSpecAttribute : FactAttribute
{
    public const string Program = "/usr/bin/redis-server";

    public DatabaseSpecAttribute()
    {
        Timeout = 180_000;
        Skip =
            EngineOfThisMachine.ReasonToSkip
            ?? (
                File.Exists(Program) && ForeignBackend.IsInstalled
                    ? null!
                    : "Redis or Node.js is not installed: .ci/samples install brings Redis."
            );
    }
}
