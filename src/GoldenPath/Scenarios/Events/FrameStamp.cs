namespace GoldenPath.Scenarios.Events;

/// <summary>Where and when a frame was received.</summary>
/// <param name="Frame">Its line in <c>frames.jsonl</c>.</param>
/// <param name="At">When, on the clock of the journal.</param>
/// <param name="Connection">Over which connection of the session.</param>
internal readonly record struct FrameStamp(int Frame, TimeSpan At, int Connection = 1);
