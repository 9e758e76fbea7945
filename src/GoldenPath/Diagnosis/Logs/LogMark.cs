namespace GoldenPath.Diagnosis.Logs;

/// <summary>A line of a log that tells something.</summary>
/// <param name="Kind">What it tells of.</param>
/// <param name="Seen">Where it stands, and what it says.</param>
/// <param name="Line">Its number.</param>
/// <param name="Subject">The variable or the host that it names; <c>null</c> where it names none.</param>
/// <param name="Port">The port that it, or a line close to it, names; <c>null</c> where none does.</param>
internal sealed record LogMark(LogMarkKind Kind, Evidence Seen, int Line, string? Subject = null, int? Port = null);
