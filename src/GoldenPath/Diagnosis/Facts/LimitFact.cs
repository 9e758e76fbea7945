namespace GoldenPath.Diagnosis.Facts;

/// <summary>A limit of the system on what a process or a user may hold.</summary>
/// <param name="Name">Its name: <c>nofile</c>, <c>fs.inotify.max_user_watches</c>.</param>
/// <param name="Value">Its value.</param>
/// <param name="Seen">Where that stands in the run folder.</param>
internal sealed record LimitFact(string Name, long Value, Evidence Seen);
