using GoldenPath.Guard.Protocol;

namespace GoldenPath.Guard.Launching;

/// <summary>A process could not be started.</summary>
internal sealed class LaunchException(LaunchFailureKind kind, string message) : Exception(message)
{
    public LaunchFailure Failure { get; } = new(kind, message);
}
