using System.Text;
using GoldenPath.Guard.Redaction;

namespace GoldenPath.Reporting.Pages.Reading;

/// <summary>Takes some lines out of a file of any size, in flat memory.</summary>
/// <param name="wanted">Their numbers, the first line is 1.</param>
/// <param name="tail">How many of the last lines are wanted too.</param>
internal sealed class TextLines(IReadOnlySet<int> wanted, int tail)
{
    private const int LongestLine = 2_000;
    private const int BlockSize = 256 * 1024;

    private readonly SortedDictionary<int, TextLine> _lines = [];
    private readonly Queue<(int Number, long Start)> _last = [];

    /// <summary>Reads a file.</summary>
    /// <returns>The lines by number, and how many there are.</returns>
    public (IReadOnlyDictionary<int, TextLine> Lines, int Total) Read(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
        var starts = new List<(int Number, long Start)>();
        var total = Scan(file, starts);
        foreach (var (number, start) in starts.Concat(_last))
        {
            _lines.TryAdd(number, new(number, start, LineAt(file, start)));
        }

        return (_lines, total);
    }

    private int Scan(FileStream file, List<(int Number, long Start)> starts)
    {
        var (number, position, end) = (0, 0L, file.Length);
        var block = new byte[BlockSize];
        var isAtStart = true;
        while (position < end && file.Read(block, 0, (int)Math.Min(BlockSize, end - position)) is > 0 and var read)
        {
            for (var at = 0; at < read; )
            {
                if (isAtStart)
                {
                    Begin(++number, position + at, starts);
                }

                var length = block.AsSpan(at, read - at).IndexOf((byte)'\n');
                isAtStart = length >= 0;
                at = isAtStart ? at + length + 1 : read;
            }

            position += read;
        }

        return number;
    }

    private void Begin(int number, long start, List<(int Number, long Start)> starts)
    {
        if (wanted.Contains(number))
        {
            starts.Add((number, start));
        }

        _last.Enqueue((number, start));
        if (_last.Count > tail)
        {
            _last.Dequeue();
        }
    }

    private static string LineAt(FileStream file, long start)
    {
        var bytes = new byte[LongestLine];
        file.Position = start;
        var read = bytes.AsSpan(0, file.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false));
        var end = read.IndexOf((byte)'\n');
        return TerminalText.Line(Encoding.UTF8.GetString(end < 0 ? read : read[..end]).TrimEnd('\r'));
    }
}
