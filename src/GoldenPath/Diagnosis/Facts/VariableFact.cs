namespace GoldenPath.Diagnosis.Facts;

/// <summary>A variable that a log named, in the environment of the service.</summary>
/// <param name="Service">The service.</param>
/// <param name="Name">The variable.</param>
/// <param name="IsSet">Whether it had a value that is not empty. The value itself is never kept.</param>
/// <param name="Seen">Where that stands in the run folder.</param>
internal sealed record VariableFact(string Service, string Name, bool IsSet, Evidence Seen);
