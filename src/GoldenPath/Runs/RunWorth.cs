using System.Text.Json;

namespace GoldenPath.Runs;

/// <summary>Decides which runs are worth their place, asked from the newest to the oldest.</summary>
internal sealed class RunWorth
{
    private const int Beginning = 4096;

    private int _tried;
    private int _red;
    private int _idle;

    /// <summary>Whether a run is kept.</summary>
    public bool Keeps(RunFolder run) =>
        VerdictOf(run.ResultFile) switch
        {
            Verdict.Configuration or Verdict.Cancelled => _idle++ < RunFolders.KeptIdle,
            Verdict.Passed or null => _tried++ < RunFolders.Kept,
            // Both are counted, whichever keeps it.
            _ => (_tried++ < RunFolders.Kept) | (_red++ < RunFolders.KeptRed),
        };

    // A result can be long, and its verdict stands near its beginning. Without one, a run was killed, or is under way.
    private static Verdict? VerdictOf(string file)
    {
        try
        {
            using var stream = File.OpenRead(file);
            var text = new byte[Beginning];
            var reader = new Utf8JsonReader(
                text.AsSpan(0, stream.ReadAtLeast(text, Beginning, throwOnEndOfStream: false)),
                isFinalBlock: false,
                default
            );
            while (reader.Read())
            {
                if (
                    reader is { CurrentDepth: 1, TokenType: JsonTokenType.PropertyName }
                    && reader.ValueTextEquals("verdict"u8)
                    && reader.Read()
                )
                {
                    return Enum.TryParse<Verdict>(reader.GetString(), ignoreCase: true, out var verdict) ? verdict : null;
                }
            }

            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException or InvalidOperationException)
        {
            return null;
        }
    }
}
