using System.Text;
using System.Text.RegularExpressions;
using System.Xml;

namespace GoldenPath.Results;

/// <summary>The text of a results file, made safe for an XML reader: runners copy control characters of consoles into their files, which XML
/// forbids, and a tag without end would have to be held in memory whole.</summary>
internal sealed partial class ResultsText : TextReader
{
    /// <summary>The longest tag with its attributes; some writers put whole stacks into one.</summary>
    public const int LongestTag = 8 * 1024 * 1024;

    private readonly StreamReader _reader;
    private int _tag = -1;
    private char _last;

    public ResultsText(FileStream stream) =>
        _reader = new StreamReader(stream, Declared(stream), detectEncodingFromByteOrderMarks: true, bufferSize: 64 * 1024);

    /// <inheritdoc/>
    public override int Peek() => _reader.Peek() is >= 0 and var next ? Safe((char)next) : -1;

    /// <inheritdoc/>
    public override int Read()
    {
        Span<char> one = stackalloc char[1];
        return Read(one) == 0 ? -1 : one[0];
    }

    /// <inheritdoc/>
    public override int Read(char[] buffer, int index, int count) => Read(buffer.AsSpan(index, count));

    /// <inheritdoc/>
    public override int Read(Span<char> buffer)
    {
        var read = _reader.Read(buffer);
        foreach (ref var character in buffer[..read])
        {
            character = Safe(character);
            Measure(character);
        }
        return read;
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
            _reader.Dispose();
        base.Dispose(disposing);
    }

    /// <summary>What begins with <c>&lt;!</c> is CDATA or a comment and may be long.</summary>
    private void Measure(char character)
    {
        _tag = character switch
        {
            '<' => 0,
            '>' => -1,
            '!' when _last == '<' => -1,
            _ when _tag >= 0 => _tag + 1,
            _ => -1,
        };
        _last = character;
        if (_tag > LongestTag)
            throw new XmlException($"A tag is longer than {LongestTag / (1024 * 1024)} MiB.");
    }

    private static char Safe(char character) => character is < ' ' and not ('\t' or '\n' or '\r') or '\uFFFE' or '\uFFFF' ? '\uFFFD' : character;

    /// <summary>The encoding that the XML declaration names; UTF-8 where it names none that is known.</summary>
    private static Encoding Declared(FileStream stream)
    {
        Span<byte> head = stackalloc byte[256];
        var read = stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        stream.Position = 0;
        try
        {
            return Declaration().Match(Encoding.Latin1.GetString(head[..read])) is { Success: true } match
                ? Encoding.GetEncoding(match.Groups["name"].Value)
                : Encoding.UTF8;
        }
        catch (ArgumentException)
        {
            return Encoding.UTF8;
        }
    }

    [GeneratedRegex("""^(\xEF\xBB\xBF)?<\?xml[^>]*encoding\s*=\s*["'](?<name>[A-Za-z0-9._-]+)["']""", RegexOptions.ExplicitCapture)]
    private static partial Regex Declaration();
}
