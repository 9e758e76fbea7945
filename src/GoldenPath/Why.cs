using System.Text.Json.Serialization;

namespace GoldenPath;

/// <summary>One step of a chain of whys.</summary>
/// <param name="Question">What is asked.</param>
/// <param name="Because">The answer.</param>
/// <param name="Evidence">The captured facts that show it.</param>
public sealed record Why([property: JsonPropertyName("why")] string Question, string Because, IReadOnlyList<Evidence> Evidence);
