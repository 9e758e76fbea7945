using System.Buffers;
using System.Text;

namespace GoldenPath.Guard.Redaction;

/// <summary>Redacts UTF-8 text that arrives in pieces, line by line, so that no secret slips through at the edge of a piece.</summary>
/// <remarks>Its memory is bounded: a line longer than the window is passed on in parts, of which the last characters are
/// held back until what follows them is known. Not thread-safe.</remarks>
public sealed class LineRedactor
{
    private const int Window = 64 * 1024;
    private const int HeldBack = 16 * 1024;

    private static readonly SearchValues<char> SecretEnds = SearchValues.Create(" \t\r\n\"',;&<>)}]");

    private readonly Redactor _redactor;
    private readonly Decoder _decoder = Encoding.UTF8.GetDecoder();
    private readonly char[] _text = new char[Window];
    private int _length;
    private int _shown;
    private bool _insideKey;
    private bool _insideSecret;
    private bool _isReplaced;

    internal LineRedactor(Redactor redactor) => _redactor = redactor;

    /// <summary>Takes the next piece and passes on what can be judged: whole lines, and the front of a very long one.</summary>
    public void Write(ReadOnlySpan<byte> utf8, IBufferWriter<byte> output)
    {
        ArgumentNullException.ThrowIfNull(output);
        while (!utf8.IsEmpty)
        {
            _decoder.Convert(utf8, _text.AsSpan(_length), flush: false, out var used, out var added, out _);
            utf8 = utf8[used..];
            added = WithoutNulls(_text.AsSpan(_length, added));
            _length += added;
            EndLinesAtReturns(added);
            SkipRestOfSecret();
            PassOnLines(added, output);
            if (_length > Window - 4)
            {
                PassOnFront(output);
            }
        }
    }

    /// <summary>Whether a line has begun of which not all has been passed on.</summary>
    public bool HasBegun => _length > _shown;

    /// <summary>Passes on a line that has begun and does not go on for now, such as a prompt, but for what may be half of a secret.</summary>
    public void PassOnBegun(IBufferWriter<byte> output)
    {
        ArgumentNullException.ThrowIfNull(output);
        ReadOnlySpan<char> text = _text.AsSpan(0, _length);
        var end = _insideKey || _insideSecret ? 0 : BegunLine.SafeEnd(text, _redactor.Secrets);
        var scanner = _redactor.Scan(text, _insideKey);
        while (scanner.TryNext(out var match) && match.Start < end)
        {
            Replace(text, match, output);
            _isReplaced = match.End == _length;
        }
        ShowUntil(end, output);
    }

    /// <summary>Passes on what is left, at the end of the text.</summary>
    public void Complete(IBufferWriter<byte> output)
    {
        ArgumentNullException.ThrowIfNull(output);
        _length += _decoder.GetChars([], _text.AsSpan(_length), flush: true);
        SkipRestOfSecret();
        PassOn(_length, output);
    }

    private void PassOnLines(int added, IBufferWriter<byte> output)
    {
        var from = Math.Max(0, _length - added);
        var end = _text.AsSpan(from, _length - from).LastIndexOfAny('\n', '\r');
        if (end >= 0)
        {
            // What comes next decides whether a return ends the line alone.
            PassOn(from + end + (_text[from + end] == '\n' ? 1 : 0), output);
        }
    }

    // A terminal would write over the line, as progress bars want it to; in a file, what comes then would stand behind it, where nobody looks.
    private void EndLinesAtReturns(int added)
    {
        var at = Math.Max(_shown, _length - added - 1);
        while (at < _length - 1 && _text.AsSpan(at, _length - 1 - at).IndexOf('\r') is >= 0 and var offset)
        {
            at += offset;
            _text[at] = _text[at + 1] == '\n' ? '\r' : '\n';
            at++;
        }
    }

    private void PassOn(int end, IBufferWriter<byte> output)
    {
        ReadOnlySpan<char> text = _text.AsSpan(0, end);
        var scanner = _redactor.Scan(text, _insideKey);
        _insideKey = false;
        while (scanner.TryNext(out var match))
        {
            Replace(text, match, output);
            _insideKey = match.IsKey && match.End == end;
        }
        ShowUntil(end, output);
        Drop(end);
    }

    private void PassOnFront(IBufferWriter<byte> output)
    {
        ReadOnlySpan<char> text = _text.AsSpan(0, _length);
        var front = _length - HeldBack;
        var scanner = _redactor.Scan(text, _insideKey);
        while (scanner.TryNext(out var match) && match.Context < front)
        {
            Replace(text, match, output);
            front = Math.Max(front, match.End);
        }
        _insideSecret = front == _length;
        ShowUntil(front, output);
        Drop(front);
    }

    private void Replace(ReadOnlySpan<char> text, in SecretMatch match, IBufferWriter<byte> output)
    {
        var isBegun = match.Start < _shown; // Its beginning was judged before: replaced as well, or too short to be known for one.
        if (match.End > _shown)
        {
            Encode(isBegun ? [] : text[_shown..match.Start], isBegun && _isReplaced ? "" : match.Replacement, output);
            _shown = match.End;
        }
    }

    private void ShowUntil(int end, IBufferWriter<byte> output)
    {
        if (end > _shown)
        {
            Encode(_text.AsSpan(_shown, end - _shown), "", output);
            _shown = end;
        }
    }

    private void SkipRestOfSecret()
    {
        if (_insideSecret)
        {
            var end = _text.AsSpan(0, _length).IndexOfAny(SecretEnds);
            _insideSecret = end < 0;
            Drop(end < 0 ? _length : end);
        }
    }

    // Text in UTF-16, as some programs of Windows write it, has one beside each letter, and would hide every secret in it.
    private static int WithoutNulls(Span<char> text)
    {
        if (!text.Contains('\0'))
        {
            return text.Length;
        }
        var kept = 0;
        foreach (var c in text)
        {
            if (c != '\0')
            {
                text[kept++] = c;
            }
        }
        return kept;
    }

    private void Drop(int count)
    {
        _text.AsSpan(count, _length - count).CopyTo(_text);
        _length -= count;
        _shown = Math.Max(0, _shown - count);
        _isReplaced &= _shown > 0;
    }

    private static void Encode(ReadOnlySpan<char> text, string replacement, IBufferWriter<byte> output)
    {
        Encoding.UTF8.GetBytes(text, output);
        Encoding.UTF8.GetBytes(replacement, output);
    }
}
