using System.Text;
using System.Text.Json;

namespace GoldenPath.Reporting.Pages.Reading;

/// <summary>A line of <c>frames.jsonl</c> of which only the beginning was looked at: whose it is. There may be a million of them.</summary>
/// <param name="Number">Its line.</param>
/// <param name="Scenario">The scenario.</param>
/// <param name="User">The user.</param>
/// <param name="Line">The line itself.</param>
internal readonly record struct FrameScan(int Number, string Scenario, int User, string Line)
{
    private const int Beginning = 400;

    /// <summary>The lines of a file; those that cannot be understood are passed over.</summary>
    public static IEnumerable<FrameScan> Read(string file)
    {
        foreach (var (index, line) in JsonLines.Texts(file).Index())
        {
            if (Whose(line) is var (scenario, user))
            {
                yield return new(index + 1, scenario, user, line);
            }
        }
    }

    /// <summary>The whole frame; <c>null</c> where its line cannot be read to the end.</summary>
    public FrameRow? Row() => JsonLines.TryParse(Line) is { } line ? FrameRow.Read(Number, line) : null;

    private static (string Scenario, int User)? Whose(string line)
    {
        Span<byte> bytes = stackalloc byte[Beginning * 3];
        var reader = new Utf8JsonReader(
            bytes[..Encoding.UTF8.GetBytes(line.AsSpan(0, Math.Min(line.Length, Beginning)), bytes)],
            isFinalBlock: false,
            default
        );
        string? scenario = null;
        try
        {
            while (reader.Read())
            {
                var isScenario = reader.TokenType == JsonTokenType.PropertyName && reader.ValueTextEquals("scenario");
                var isUser = reader.TokenType == JsonTokenType.PropertyName && reader.ValueTextEquals("user");
                if (isScenario && reader.Read() && reader.TokenType == JsonTokenType.String)
                {
                    scenario = reader.GetString();
                }
                else if (isUser && reader.Read() && reader.TokenType == JsonTokenType.Number && reader.TryGetInt32(out var user))
                {
                    return (scenario ?? "", user);
                }
            }
        }
        catch (Exception broken) when (broken is JsonException or InvalidOperationException)
        {
            return null;
        }

        return null;
    }
}
