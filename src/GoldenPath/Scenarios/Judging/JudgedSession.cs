using GoldenPath.Scenarios.Judging.Rules;

namespace GoldenPath.Scenarios.Judging;

/// <summary>A session with its verdict.</summary>
/// <param name="Record">What was recorded.</param>
/// <param name="Run">The run in it.</param>
/// <param name="Violations">What was wrong; empty where all was right.</param>
internal sealed record JudgedSession(SessionRecord Record, Run Run, IReadOnlyList<Violation> Violations);
