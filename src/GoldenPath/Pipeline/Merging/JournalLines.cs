using System.Text.Json;
using System.Text.Json.Nodes;
using GoldenPath.Runs;

namespace GoldenPath.Pipeline.Merging;

/// <summary>The lines of a journal, read to be told anew as part of another one.</summary>
internal static class JournalLines
{
    private static readonly string[] Named = ["service", "command"];

    /// <summary>What the first stage that failed said; <c>null</c> where none did, or the journal cannot be read.</summary>
    public static string? Failure(string file) =>
        Texts(file).Select(Parsed).FirstOrDefault(entry => (string?)entry?["kind"] == "failure")?["text"]?.ToString();

    /// <summary>A line with other names of services and commands, and other numbers of frames; as it is where it cannot be understood.</summary>
    /// <param name="line">The line.</param>
    /// <param name="renamed">The new name of a service or command.</param>
    /// <param name="frames">How many frames stand before those of its run.</param>
    public static string Moved(string line, Func<string, string> renamed, int frames)
    {
        if (Parsed(line) is not { } entry)
        {
            return line;
        }

        foreach (var name in Named.Where(name => entry[name] is JsonValue value && value.GetValueKind() == JsonValueKind.String))
        {
            entry[name] = renamed(entry[name]!.GetValue<string>());
        }

        foreach (var violation in (entry["violations"] as JsonArray ?? []).OfType<JsonObject>())
        {
            violation["frame"] = violation["frame"] is JsonValue value && value.TryGetValue<int>(out var frame) ? frame + frames : null;
        }

        return entry.ToJsonString(RunJson.Compact);
    }

    /// <summary>The lines of a file; none where it is missing.</summary>
    public static IEnumerable<string> Texts(string file) => File.Exists(file) ? File.ReadLines(file) : [];

    private static JsonObject? Parsed(string line)
    {
        try
        {
            return JsonNode.Parse(line) as JsonObject;
        }
        catch (JsonException)
        {
            return null; // The last line of a run that was killed.
        }
    }
}
