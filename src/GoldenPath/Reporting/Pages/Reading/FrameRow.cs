using System.Globalization;
using System.Text.Json;
using GoldenPath.Reporting.Pages.Html;

namespace GoldenPath.Reporting.Pages.Reading;

/// <summary>A line of <c>frames.jsonl</c>.</summary>
/// <param name="Number">Its line.</param>
/// <param name="Scenario">The scenario.</param>
/// <param name="User">The user; 0 is the visitor with the bad token.</param>
/// <param name="At">When, in milliseconds from the start of the run.</param>
/// <param name="IsOut">Whether it went to the server.</param>
/// <param name="Type">What it is: <c>text</c>, <c>binary</c>, <c>open</c>, <c>refused</c>, <c>close</c> or <c>abort</c>.</param>
internal sealed record FrameRow(int Number, string Scenario, int User, double At, bool IsOut, string Type)
{
    private static readonly string[] Envelopes = ["data", "payload"];

    /// <summary>How large it was, in bytes.</summary>
    public double Size { get; init; }

    /// <summary>The close code or HTTP status; <c>null</c> where it has none.</summary>
    public int? Code { get; init; }

    /// <summary>What is kept of it.</summary>
    public string Text { get; init; } = "";

    /// <summary>What it is called: the type that its text names, and what is in the envelope.</summary>
    public string Name =>
        Type == "text" && NameIn(Text) is { Length: > 0 } name ? name
        : Code is { } code ? $"{Type} {code}"
        : Type;

    /// <summary>The frame as a line for a person.</summary>
    /// <param name="longest">How much of its text, in characters.</param>
    public string ToLine(int longest) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{At / 1000:0.000} s  user {User} {(IsOut ? "→" : "←")} {Name}  {Short.Of(Text, longest)}"
        );

    /// <summary>Reads a line.</summary>
    public static FrameRow Read(int number, JsonElement line) =>
        new(
            number,
            line.Text("scenario") ?? "",
            line.Whole("user") ?? 0,
            line.Number("ms") ?? 0,
            line.Text("dir") == "out",
            line.Text("type") ?? ""
        )
        {
            Size = line.Number("size") ?? 0,
            Code = line.Whole("code"),
            Text = line.Text("text") ?? "",
        };

    private static string? NameIn(string text)
    {
        try
        {
            using var message = JsonDocument.Parse(text);
            var root = message.RootElement;
            var inner =
                root.Text("event")
                ?? Envelopes.Select(envelope => root.Inner(envelope)?.Text("event")).FirstOrDefault(name => name is not null);
            return string.Join(' ', new[] { root.Text("type"), inner }.OfType<string>().Distinct());
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
