using System.Buffers;

namespace GoldenPath.Guard.Redaction;

/// <summary>The run of token characters around a place, remembered so that many anchors inside one long run cost one walk.</summary>
internal struct TokenRun
{
    private static readonly SearchValues<char> Characters = SearchValues.Create(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-"
    );

    private int _start;
    private int _end;

    /// <summary>Where the run ends that covers a place.</summary>
    public int End(ReadOnlySpan<char> text, int index)
    {
        if (index < _start || index >= _end)
        {
            var length = text[index..].IndexOfAnyExcept(Characters);
            (_start, _end) = (index, length < 0 ? text.Length : index + length);
        }
        return _end;
    }
}
