namespace GoldenPath.Scenarios.Recording;

/// <summary>The sending that started the run; all deadlines count from it.</summary>
/// <param name="Frame">Its line in <c>frames.jsonl</c>; what was received before belongs to no run of ours.</param>
/// <param name="At">When, on the clock of the journal.</param>
/// <param name="Nonce">The nonce that it carried; <c>null</c> where it carried none.</param>
internal sealed record Trigger(int Frame, TimeSpan At, string? Nonce);
