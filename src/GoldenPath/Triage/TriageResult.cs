using GoldenPath.Runs;

namespace GoldenPath.Triage;

/// <summary>What a scheduled triage did.</summary>
/// <param name="Delivered">What became of the deliveries that had waited, in their order.</param>
/// <param name="Waiting">How many still wait.</param>
/// <param name="Steps">What was put in order among the open issues.</param>
internal sealed record TriageResult(IReadOnlyList<IssueResult> Delivered, int Waiting, IReadOnlyList<IssueStep> Steps);
