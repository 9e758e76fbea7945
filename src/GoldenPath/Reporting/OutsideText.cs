using System.Text;
using System.Text.RegularExpressions;
using GoldenPath.Guard.Redaction;

namespace GoldenPath.Reporting;

/// <summary>Text that was written elsewhere (logs, errors, names, commands), made harmless for a tracker's Markdown: no secret, no mention,
/// no reference, no link, no HTML, no way out of a fence, nothing that cannot be seen.</summary>
/// <remarks>A zero-width space is put into what a tracker would turn into a mention or a reference, in fences and code too: whoever
/// copies text out of its fence must not mention anybody either.</remarks>
/// <param name="redactor">What knows the run's secrets.</param>
/// <param name="shorten">Rewrites what only this machine understands, such as paths. Default: nothing.</param>
internal sealed partial class OutsideText(Redactor redactor, Func<string, string>? shorten = null)
{
    /// <summary>The zero-width space that breaks mentions and references.</summary>
    public const char Break = '\u200B';

    private const int LongestLine = 2_000;

    /// <summary>So far behind the limit, a secret that is cut in two is not shown.</summary>
    private const int OutOfSight = 16 * 1024;

    /// <summary>Cutting a text to tell that so little is missing would help nobody.</summary>
    private const int NotWorthCutting = 40;

    /// <summary>From this length on a tracker takes a hexadecimal word for a commit.</summary>
    private const int ShortestHash = 7;

    /// <summary>The text without secrets, control sequences and characters that cannot be seen. May have several lines.</summary>
    public string Plain(string text) => redactor.Redact(shorten is null ? Visible(text) : shorten(Visible(text)));

    /// <summary>The beginning of a text as <see cref="Plain"/> gives it; far beyond the limit it is not even looked at.</summary>
    private string Beginning(string text, int limit) =>
        Plain(text.Length > (limit * 4) + OutOfSight ? text[..((limit * 4) + OutOfSight)] : text);

    /// <summary>The same, not longer than a number of characters.</summary>
    public string Bounded(string text, int limit) => Cut(Beginning(text, limit), limit);

    /// <summary>One line of prose.</summary>
    public string Prose(string? text, int limit = 600)
    {
        var line = Broken(Cut(OneLine(Beginning(text ?? "", limit)), limit));
        line = Link()
            .Replace(line, match => match.Value.StartsWith(':') ? Break + match.Value : match.Value.Insert(match.Length - 1, "" + Break));
        line = Hash().Replace(line, match => string.Join(Break, match.Value.Chunk(ShortestHash - 1).Select(part => new string(part))));
        line = Special().Replace(line, @"\$0");
        return line.Length == 0 ? "–" : LineStart().Replace(line, match => match.Groups[1].Value + "\\" + match.Groups[2].Value);
    }

    /// <summary>One line as a code span; a dash where there is nothing.</summary>
    public string Code(string? text, int limit = 300)
    {
        var line = Broken(Cut(OneLine(Beginning(text ?? "", limit)), limit));
        if (line.Length == 0)
        {
            return "–";
        }
        var ticks = new string('`', LongestRun(line, '`') + 1);
        var pad = line[0] == '`' || line[^1] == '`' ? " " : "";
        return ticks + pad + line + pad + ticks;
    }

    /// <summary>One line as a code span inside a table.</summary>
    public string Cell(string? text, int limit = 200) => Code(text, limit).Replace('|', '¦');

    /// <summary>Several lines in a fence that nothing inside can close.</summary>
    public string Fence(string text, string language, int limit)
    {
        var lines = Beginning(text, limit).Split('\n').Select(line => Cut(line.TrimEnd(), LongestLine));
        var content = Broken(Cut(string.Join('\n', lines).Trim('\n'), limit));
        var fence = new string('`', Math.Max(3, LongestRun(content, '`') + 1));
        return $"{fence}{language}\n{content}\n{fence}";
    }

    /// <summary>A label of a Mermaid picture: letters, digits and a few signs that mean nothing there.</summary>
    public string Label(string text) =>
        OneLine(UnsafeInLabel().Replace(Cut(OneLine(Beginning(text, 60)), 60), " ")) is { Length: > 0 } label ? label : "unnamed";

    /// <summary>The title of an issue: one line, nothing in it that a tracker would act on.</summary>
    public string Title(string text, int limit)
    {
        var line = Broken(OneLine(Beginning(text, limit)));
        if (line.Length <= limit)
        {
            return line;
        }
        var space = line.LastIndexOf(' ', limit - 2);
        var end =
            space > limit / 2 ? space
            : char.IsHighSurrogate(line[limit - 2]) ? limit - 2
            : limit - 1;
        return line[..end].TrimEnd(' ', Break, ',', ':', '(') + "…";
    }

    private static string Visible(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var rune in TerminalText.WithoutEscapes(text).EnumerateRunes())
        {
            switch (rune.Value)
            {
                case '\n' or '\t':
                    clean.Append((char)rune.Value);
                    break;
                case '\r' or 0x85 or 0x2028 or 0x2029:
                    clean.Append('\n');
                    break;
                default:
                    if (!IsInvisible(rune))
                    {
                        clean.Append(rune.ToString());
                    }
                    break;
            }
        }
        return clean.Replace("\n\n", "\n").ToString();
    }

    private static bool IsInvisible(Rune rune) =>
        Rune.GetUnicodeCategory(rune)
            is System.Globalization.UnicodeCategory.Control
                or System.Globalization.UnicodeCategory.Format
                or System.Globalization.UnicodeCategory.PrivateUse
                or System.Globalization.UnicodeCategory.OtherNotAssigned
        || rune.Value is 0x034F or 0x115F or 0x1160 or 0x17B4 or 0x17B5 or 0x2800 or 0x3164 or 0xFFA0
        || rune.Value is >= 0xFE00 and <= 0xFE0F or >= 0xE0000 and <= 0xE0FFF;

    private static string OneLine(string text) => Space().Replace(text, " ").Trim();

    /// <summary>Cuts a text without tearing a character apart, and says how much is missing.</summary>
    private static string Cut(string text, int limit)
    {
        if (text.Length <= limit + NotWorthCutting)
        {
            return text;
        }
        var end = char.IsHighSurrogate(text[limit - 1]) ? limit - 1 : limit;
        return $"{text[..end]}… ({text.Length - end} more characters)";
    }

    private static string Broken(string text)
    {
        text = Mention().Replace(text, "@" + Break);
        text = Reference().Replace(text, match => match.Groups[1].Value + Break);
        return text.Replace("<!--", "<" + Break + "!--", StringComparison.Ordinal);
    }

    private static int LongestRun(string text, char sign)
    {
        int longest = 0,
            run = 0;
        foreach (var character in text)
        {
            run = character == sign ? run + 1 : 0;
            longest = Math.Max(longest, run);
        }
        return longest;
    }

    [GeneratedRegex(@"[@＠](?=\S)")]
    private static partial Regex Mention();

    [GeneratedRegex(@"(#|\bGH-|/(?:issues|pull|pulls|discussions|commit)/)(?=\w)", RegexOptions.IgnoreCase)]
    private static partial Regex Reference();

    [GeneratedRegex(@"(?<=https?|ftp)://?|\bwww\.|\b(mailto|xmpp|tel):", RegexOptions.IgnoreCase)]
    private static partial Regex Link();

    [GeneratedRegex(@"\b(?=[a-f]*\d)[0-9a-f]{7,40}\b", RegexOptions.IgnoreCase)]
    private static partial Regex Hash();

    [GeneratedRegex(@"[\\`*_{}\[\]<>|~&#$^!]")]
    private static partial Regex Special();

    [GeneratedRegex(@"^(\d*)([-+=.)])")]
    private static partial Regex LineStart();

    [GeneratedRegex(@"[^\p{L}\p{N} ._()-]+")]
    private static partial Regex UnsafeInLabel();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();
}
