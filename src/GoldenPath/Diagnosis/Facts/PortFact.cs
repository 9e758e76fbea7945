namespace GoldenPath.Diagnosis.Facts;

/// <summary>A port, and who listened on it.</summary>
/// <param name="Port">The port.</param>
/// <param name="Listeners">Who listened; empty where nobody did.</param>
/// <param name="Seen">Where that stands in the run folder.</param>
internal sealed record PortFact(int Port, IReadOnlyList<ListenerFact> Listeners, Evidence Seen);
