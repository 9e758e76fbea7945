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
    private bool _insideKey;
    private bool _insideSecret;

    internal LineRedactor(Redactor redactor) => _redactor = redactor;

    /// <summary>Takes the next piece and passes on what can be judged: whole lines, and the front of a very long one.</summary>
    public void Write(ReadOnlySpan<byte> utf8, IBufferWriter<byte> output)
    {
        ArgumentNullException.ThrowIfNull(output);
        while (!utf8.IsEmpty)
        {
            _decoder.Convert(utf8, _text.AsSpan(_length), flush: false, out var used, out var added, out _);
            utf8 = utf8[used..];
            _length += added;
            SkipRestOfSecret();
            PassOnLines(added, output);
            if (_length > Window - 4)
            {
                PassOnFront(output);
            }
        }
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
            PassOn(from + end + 1, output);
        }
    }

    private void PassOn(int end, IBufferWriter<byte> output)
    {
        ReadOnlySpan<char> text = _text.AsSpan(0, end);
        var scanner = _redactor.Scan(text, _insideKey);
        _insideKey = false;
        var copied = 0;
        while (scanner.TryNext(out var match))
        {
            Encode(text[copied..match.Start], match.Replacement, output);
            copied = match.End;
            _insideKey = match.IsKey && match.End == end;
        }
        Encode(text[copied..], "", output);
        Drop(end);
    }

    private void PassOnFront(IBufferWriter<byte> output)
    {
        ReadOnlySpan<char> text = _text.AsSpan(0, _length);
        var front = _length - HeldBack;
        var scanner = _redactor.Scan(text, _insideKey);
        var copied = 0;
        while (scanner.TryNext(out var match) && match.Context < front)
        {
            Encode(text[copied..match.Start], match.Replacement, output);
            copied = match.End;
            front = Math.Max(front, match.End);
        }
        _insideSecret = copied == _length;
        Encode(text[Math.Min(copied, front)..front], "", output);
        Drop(front);
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

    private void Drop(int count)
    {
        _text.AsSpan(count, _length - count).CopyTo(_text);
        _length -= count;
    }

    private static void Encode(ReadOnlySpan<char> text, string replacement, IBufferWriter<byte> output)
    {
        Encoding.UTF8.GetBytes(text, output);
        Encoding.UTF8.GetBytes(replacement, output);
    }
}
