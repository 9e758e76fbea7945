namespace GoldenPath.Diagnosis.Facts;

/// <summary>A socket that listened.</summary>
/// <param name="EndPoint">Where.</param>
/// <param name="Pid">The process; <c>null</c> where the system does not show it.</param>
/// <param name="Service">The service of this run that it belongs to; <c>null</c>: somebody else.</param>
/// <param name="Seen">Where that stands in the run folder; names the process in words.</param>
internal sealed record ListenerFact(string EndPoint, int? Pid, string? Service, Evidence Seen);
