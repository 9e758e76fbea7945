namespace GoldenPath.Diagnosis.Facts;

/// <summary>An address, and what an attempt to connect to it brought.</summary>
/// <param name="Host">The host, as it was asked for.</param>
/// <param name="Port">The port.</param>
/// <param name="Accepted">Whether the connection came about.</param>
/// <param name="Seen">Where that stands in the run folder.</param>
internal sealed record AnswerFact(string Host, int Port, bool Accepted, Evidence Seen);
