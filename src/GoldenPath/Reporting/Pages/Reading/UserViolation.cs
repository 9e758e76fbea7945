using System.Text.Json;

namespace GoldenPath.Reporting.Pages.Reading;

/// <summary>What was wrong with a session.</summary>
/// <param name="Rule">The rule or step.</param>
/// <param name="Cause">The cause that it speaks for.</param>
/// <param name="Event">The event concerned; empty where none is.</param>
/// <param name="Text">It, in words.</param>
/// <param name="After">When, in milliseconds from the sending; <c>null</c> before it.</param>
/// <param name="Frame">The line of <c>frames.jsonl</c> that shows it; <c>null</c> where none does.</param>
internal sealed record UserViolation(string Rule, string Cause, string Event, string Text, double? After, int? Frame)
{
    /// <summary>What it has in common with others of its kind.</summary>
    public string Kind => Event.Length == 0 ? $"{Cause} ({Rule})" : $"{Cause} ({Rule}: {Event})";

    /// <summary>The violations of an entry.</summary>
    public static IReadOnlyList<UserViolation> Of(JournalEntry entry) => [.. entry.Facts.Items("violations").Select(Read)];

    private static UserViolation Read(JsonElement violation) =>
        new(
            violation.Text("rule") ?? "",
            violation.Text("cause") ?? "",
            violation.Text("event") ?? "",
            violation.Text("text") ?? "",
            violation.Number("at"),
            violation.Whole("frame")
        );
}
