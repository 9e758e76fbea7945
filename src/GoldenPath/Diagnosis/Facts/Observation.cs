namespace GoldenPath.Diagnosis.Facts;

/// <summary>What the failed stage saw.</summary>
/// <param name="Stage">The stage.</param>
/// <param name="Failure">Its failure.</param>
/// <param name="Seen">Where it stands in the run folder.</param>
internal sealed record Observation(string Stage, Failure Failure, Evidence Seen);
