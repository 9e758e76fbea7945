namespace GoldenPath.Diagnosis.Facts;

/// <summary>A file or folder that a log named.</summary>
/// <param name="Service">The service whose log it was.</param>
/// <param name="Path">Its name, as the log had it.</param>
/// <param name="Exists">Whether it was there.</param>
/// <param name="IsExecutable">Whether somebody may execute it; <c>null</c> where the system has no such right.</param>
/// <param name="HasCarriageReturns">Whether its first line ends as Windows ends lines.</param>
/// <param name="Seen">Where that stands in the run folder.</param>
internal sealed record PathFact(string Service, string Path, bool Exists, bool? IsExecutable, bool HasCarriageReturns, Evidence Seen);
