using System.Buffers;
using System.Text.RegularExpressions;
using System.Xml;

namespace GoldenPath.Results;

/// <summary>The text of a results file, made safe for an XML reader: runners copy control characters of consoles into their files, which XML
/// forbids, and a tag without end would have to be held in memory whole.</summary>
/// <remarks>The XML declaration is left out: the encoding is known by then, and a version that the reader does not know says nothing.</remarks>
internal sealed partial class ResultsText : TextReader
{
    /// <summary>The longest tag with its attributes; some writers put whole stacks into one.</summary>
    public const int LongestTag = 8 * 1024 * 1024;

    private const int LongestProlog = 1024;

    private readonly StreamReader _reader;
    private readonly CharacterReferences _references = new();
    private readonly char[] _block = new char[32 * 1024];
    private readonly ArrayBufferWriter<char> _mended = new(64 * 1024);
    private int _filled;
    private int _start;
    private int _tag = -1;
    private char _last;

    public ResultsText(FileStream stream)
    {
        _reader = new StreamReader(stream, ResultsEncoding.Of(stream), detectEncodingFromByteOrderMarks: true, bufferSize: 64 * 1024);
        _filled = _reader.ReadBlock(_block, 0, LongestProlog);
        LeaveOutDeclaration();
    }

    /// <inheritdoc/>
    public override int Peek() => Fill() ? Safe(_mended.WrittenSpan[_start]) : -1;

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
        if (!Fill())
        {
            return 0;
        }

        var ready = _mended.WrittenSpan[_start..];
        ready = ready[..Math.Min(buffer.Length, ready.Length)];
        for (var index = 0; index < ready.Length; index++)
        {
            buffer[index] = Safe(ready[index]);
            Measure(ready[index]);
        }

        _start += ready.Length;
        return ready.Length;
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _reader.Dispose();
        }

        base.Dispose(disposing);
    }

    /// <summary>Sees to it that a character is ready; <c>false</c> at the end.</summary>
    private bool Fill()
    {
        var read = 1;
        while (_start == _mended.WrittenCount && read > 0)
        {
            (_start, read) = (0, _reader.Read(_block, _filled, _block.Length - _filled));
            _mended.ResetWrittenCount();
            _filled += read;
            var taken = _references.Mend(_block.AsSpan(0, _filled), isLast: read == 0, _mended);
            _block.AsSpan(taken, _filled - taken).CopyTo(_block);
            _filled -= taken;
        }

        return _start < _mended.WrittenCount;
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
        {
            throw new XmlException($"A tag is longer than {LongestTag / (1024 * 1024)} MiB.");
        }
    }

    private static char Safe(char character) =>
        character is < ' ' and not ('\t' or '\n' or '\r') or '\uFFFE' or '\uFFFF' ? '\uFFFD' : character;

    /// <summary>Leaves its line breaks, by which problems are placed.</summary>
    private void LeaveOutDeclaration()
    {
        var head = new string(_block, 0, _filled);
        var text = Declaration().Replace(head, declaration => new string('\n', declaration.Value.AsSpan().Count('\n')), count: 1);
        text.CopyTo(_block);
        _filled = text.Length;
    }

    [GeneratedRegex(@"^[\s\uFEFF]*<\?xml\s[^>]*>|^\uFEFF+")]
    private static partial Regex Declaration();
}
