namespace GoldenPath.TestKit.Scoring;

/// <summary>The form of a recorded case: many small text files in one.</summary>
/// <remarks>A line is the path of a file, or a <c>|</c> and a line of the file above it. So every text comes back as it was, whether or not
/// it ends in a line break, and a change of one recorded line is a change of one line.</remarks>
public static class CaseText
{
    private const char Mark = '|';

    /// <summary>Writes files, by path, as one text.</summary>
    /// <exception cref="ArgumentException">A path would be read as a line of a file, or as none.</exception>
    public static string Write(IEnumerable<KeyValuePair<string, string>> files) =>
        string.Concat(files.OrderBy(file => file.Key, StringComparer.Ordinal).Select(file => $"{Named(file.Key)}\n{Marked(file.Value)}"));

    /// <summary>Reads the files again.</summary>
    /// <exception cref="FormatException">It begins with no path.</exception>
    public static IReadOnlyDictionary<string, string> Read(string text)
    {
        var files = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        List<string>? lines = null;
        foreach (var line in text.TrimEnd('\n').Split('\n'))
        {
            if (!line.StartsWith(Mark))
            {
                files.Add(line, lines = []);
            }
            else if (lines is not null)
            {
                lines.Add(line[1..]);
            }
            else
            {
                throw new FormatException($"The line '{line}' belongs to no file: a case begins with the path of one.");
            }
        }

        return files.ToDictionary(file => file.Key, file => string.Join('\n', file.Value), StringComparer.Ordinal);
    }

    private static string Named(string path) =>
        path is "" or [Mark, ..] || path.Contains('\n', StringComparison.Ordinal)
            ? throw new ArgumentException($"'{path}' cannot be the path of a file in a case.", nameof(path))
            : path;

    private static string Marked(string text) => string.Concat(text.Split('\n').Select(line => $"{Mark}{line}\n"));
}
