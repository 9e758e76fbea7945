using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using System.Text.Unicode;

namespace GoldenPath.Results;

/// <summary>Finds out how the bytes of a results file spell characters. The bytes win over what the XML declaration says: writers declare <c>utf-16</c> because
/// their strings were, and write UTF-8.</summary>
internal static partial class ResultsEncoding
{
    private const int Head = 64 * 1024;

    /// <summary>The encoding of a file; the stream stays at its start.</summary>
    public static Encoding Of(FileStream stream)
    {
        var head = new byte[(int)Math.Min(Head, stream.Length)];
        var read = stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        stream.Position = 0;
        return Of(head.AsSpan(0, read));
    }

    /// <summary>Whether bytes hold characters of two or four bytes, by their mark or by the zeros between them.</summary>
    public static bool IsWide(ReadOnlySpan<byte> head) => Wide(head) is not null;

    private static Encoding Of(ReadOnlySpan<byte> head) => Wide(head) ?? (IsUtf8(head) ? Encoding.UTF8 : Declared(head)) ?? Encoding.UTF8;

    private static Encoding? Wide(ReadOnlySpan<byte> head) =>
        head switch
        {
            [0xFF, 0xFE, 0, 0, ..] or [not 0, 0, 0, 0, ..] => Encoding.UTF32,
            [0, 0, 0xFE, 0xFF, ..] or [0, 0, 0, not 0, ..] => new UTF32Encoding(bigEndian: true, byteOrderMark: true),
            [0xFF, 0xFE, ..] or [not 0, 0, not 0, 0, ..] => Encoding.Unicode,
            [0xFE, 0xFF, ..] or [0, not 0, 0, not 0, ..] => Encoding.BigEndianUnicode,
            _ => null,
        };

    /// <summary>Whether bytes have characters of UTF-8 that are no ASCII, and nothing else; the last one may be cut. Hardly any text of another encoding
    /// is like that.</summary>
    private static bool IsUtf8(ReadOnlySpan<byte> bytes)
    {
        for (var cut = 0; cut < 4 && cut < bytes.Length; cut++)
        {
            if (Utf8.IsValid(bytes[..^cut]))
            {
                return !Ascii.IsValid(bytes[..^cut]);
            }
        }

        return false;
    }

    /// <summary>The encoding that the XML declaration names; <c>null</c> where it names none that spells the declaration itself as it is.</summary>
    private static Encoding? Declared(ReadOnlySpan<byte> head)
    {
        var match = Declaration().Match(Encoding.Latin1.GetString(head[..Math.Min(head.Length, 256)]));
        return match.Success && Named(match.Groups["name"].Value) is { } encoding && encoding.GetString("<?xml"u8) == "<?xml"
            ? encoding
            : null;
    }

    private static Encoding? Named(string name)
    {
        try
        {
            return CodePage().Match(name) is { Success: true } page
                ? CodePagesEncodingProvider.Instance.GetEncoding(int.Parse(page.Groups["number"].Value, CultureInfo.InvariantCulture))
                : CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);
        }
        catch (Exception problem) when (problem is ArgumentException or NotSupportedException)
        {
            return null;
        }
    }

    [GeneratedRegex("""^(\xEF\xBB\xBF)?\s*<\?xml[^>]*encoding\s*=\s*["'](?<name>[A-Za-z0-9._-]+)["']""", RegexOptions.ExplicitCapture)]
    private static partial Regex Declaration();

    [GeneratedRegex("^(cp|windows)-?(?<number>[0-9]{3,5})$", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase)]
    private static partial Regex CodePage();
}
