using GoldenPath.Services;

namespace GoldenPath.Diagnosis.Logs;

/// <summary>Turns the bytes of a log into entries, in one pass and in bounded memory: text, JSON and logfmt alike.</summary>
/// <remarks>It reads the last 2,000 lines within the last 256 KiB: a service's own start in nearly all cases, and flat memory in all.</remarks>
internal static class LogReader
{
    private const int MostLines = 2000;

    /// <summary>The entries that a log ends with, oldest first; none where there is no log.</summary>
    /// <param name="file">Its full path.</param>
    public static IReadOnlyList<LogEntry> Read(string file) => Parse(new LogTail(file).Last(MostLines));

    /// <summary>The entries of lines.</summary>
    public static IReadOnlyList<LogEntry> Parse(IEnumerable<LogLine> lines)
    {
        List<LogEntry> entries = [];
        OpenEntry? open = null;
        foreach (var line in lines)
        {
            if (line.Text.AsSpan().Trim().IsEmpty)
            {
                open?.Blank();
                continue;
            }

            var head = LineHead.Of(line.Text);
            if (StructuredLine.Read(line) is { } structured)
            {
                Close();
                entries.Add(structured);
            }
            else if (open?.Takes(line, head) != true)
            {
                Close();
                open = new(line, head);
            }
        }

        Close();
        return entries;

        void Close()
        {
            if (open is not null)
            {
                entries.Add(open.Close());
                open = null;
            }
        }
    }
}
