namespace GoldenPath.Guard.Protocol;

/// <summary>Why a process could not be started.</summary>
/// <param name="Kind">What is at fault.</param>
/// <param name="Message">One line for a person.</param>
internal sealed record LaunchFailure(LaunchFailureKind Kind, string Message);
