using System.Globalization;
using System.Text.Json;

namespace GoldenPath.Reporting.Pages.Reading;

/// <summary>An entry of <c>journal.jsonl</c>.</summary>
/// <param name="Line">Its line.</param>
/// <param name="At">When, in milliseconds from the start of the run.</param>
/// <param name="Kind">What happened.</param>
/// <param name="Text">It, in words.</param>
/// <param name="Facts">The whole entry.</param>
internal sealed record JournalEntry(int Line, double At, string Kind, string Text, JsonElement Facts)
{
    /// <summary>The entry as a line for a person.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{At / 1000:0.000} s  {Kind}: {Text}");

    /// <summary>The entries of a run, in order.</summary>
    public static IReadOnlyList<JournalEntry> In(string file) =>
        [
            .. JsonLines
                .Read(file)
                .Select(line => new JournalEntry(
                    line.Line,
                    line.Value.Number("ms") ?? 0,
                    line.Value.Text("kind") ?? "",
                    line.Value.Text("text") ?? "",
                    line.Value
                )),
        ];
}
