using System.Runtime.InteropServices;
using System.Text;
using GoldenPath.Guard.Redaction;

namespace GoldenPath.Services;

/// <summary>Cuts UTF-8 text that arrives in pieces into numbered lines, of which it keeps the beginning only.</summary>
/// <param name="before">How many lines came before the text.</param>
/// <param name="longest">How many bytes of a line are kept.</param>
internal sealed class LineSplitter(int before, int longest)
{
    private const int MostParts = 50; // A progress bar writes over its line again and again: its last states are enough.
    private readonly List<byte> _begun = [];
    private int _number = before;

    /// <summary>The line that has begun but not ended; <c>null</c> where there is none.</summary>
    public LogLine? Rest => _begun.Count == 0 ? null : Lines(_number + 1)[^1];

    /// <summary>The lines that a piece brings to their end.</summary>
    public IReadOnlyList<LogLine> Add(ReadOnlySpan<byte> piece)
    {
        List<LogLine> lines = [];
        while (piece.IndexOf((byte)'\n') is >= 0 and var end)
        {
            Keep(piece[..end]);
            lines.AddRange(Lines(++_number));
            _begun.Clear();
            piece = piece[(end + 1)..];
        }
        Keep(piece);
        return lines;
    }

    private void Keep(ReadOnlySpan<byte> bytes) => _begun.AddRange(bytes[..Math.Min(bytes.Length, longest - _begun.Count)]);

    // Text after a carriage return is a line of its own, though the file counts one.
    private IReadOnlyList<LogLine> Lines(int number)
    {
        var text = Encoding.UTF8.GetString(CollectionsMarshal.AsSpan(_begun)).TrimEnd('\r');
        return text.Contains('\r', StringComparison.Ordinal)
            ?
            [
                .. text.Split('\r', StringSplitOptions.RemoveEmptyEntries)
                    .TakeLast(MostParts)
                    .Select(part => new LogLine(number, TerminalText.Line(part))),
            ]
            : [new(number, TerminalText.Line(text))];
    }
}
