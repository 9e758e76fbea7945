using GoldenPath.Runs;

namespace GoldenPath.Pipeline;

/// <summary>What a test command came to.</summary>
/// <param name="Counts">Its tests, counted.</param>
/// <param name="Failure">What was wrong; <c>null</c> where tests ran and none failed.</param>
internal sealed record TestCommandResult(SmokeResult Counts, Failure? Failure);
