using System.Text.RegularExpressions;

namespace GoldenPath.Triage;

/// <summary>Blanks what differs between two occurrences of the same failure. Version 1: its rules are frozen.</summary>
/// <remarks>HTTP statuses and WebSocket close codes stay, as they are words of a protocol rather than figures. Of a path the file name
/// stays where it is a source or program file; of an address the route stays.</remarks>
internal static partial class FailureNormaliser
{
    private const int LongestText = 8 * 1024;
    private const int LongestLine = 500;
    private const int MostLines = 12;

    public static string Normalise(string text)
    {
        var bounded = text.Length > LongestText ? text[..LongestText] : text;
        var clean = Invisible().Replace(AnsiSequence().Replace(bounded, ""), "").ToLowerInvariant();
        var lines = clean
            .Split(['\n', '\r'], StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.Length > LongestLine ? line[..LongestLine] : line)
            .Where(line => !StackFrame().IsMatch(line))
            .Select(Blank)
            .Where(line => line.Length > 0)
            .Distinct()
            .Take(MostLines);
        return string.Join('\n', lines);
    }

    private static string Blank(string line)
    {
        line = Moment().Replace(line, "<time>");
        line = ProtocolStatus().Replace(line, match => match.Groups["word"].Value + Spelt(match.Groups["code"].Value));
        line = Url().Replace(line, match => match.Groups["scheme"].Value + "<host>" + match.Groups["route"].Value);
        line = MachineAddress().Replace(line, "<host>");
        line = FilePath().Replace(line, match => "<path>" + FileName(match.Value));
        line = SocketTuple().Replace(line, "<host>");
        line = Address().Replace(line, "<host>");
        line = Identifier().Replace(line, "<id>");
        line = Quantity().Replace(line, "#");
        line = Number().Replace(line, "#");
        return Space().Replace(line, " ").Trim();
    }

    /// <summary>The digits as letters, so that the later rules leave them alone.</summary>
    private static string Spelt(string digits) => string.Concat(digits.Select(digit => (char)('g' + digit - '0')));

    private static string FileName(string path)
    {
        var name = path[(path.LastIndexOfAny(['/', '\\']) + 1)..];
        return SourceFile().Match(name).Value;
    }

    [GeneratedRegex(@"\x1B\[[0-?]*[ -/]*[@-~]")]
    private static partial Regex AnsiSequence();

    [GeneratedRegex(@"[\p{Cf}\x00-\x08\x0B\x0C\x0E-\x1F]")]
    private static partial Regex Invisible();

    [GeneratedRegex(@"^\s*(at \S+[\(\[.]|file "".*"", line \d+|---> |--- end of)")]
    private static partial Regex StackFrame();

    [GeneratedRegex(
        @"\b\d{4}-\d\d-\d\d([t ]\d\d:\d\d(:\d\d([.,]\d+)?)?(z|\s?[+-]\d\d:?\d\d)?)?|\b((mon|tue|wed|thu|fri|sat|sun)[a-z]*,? )?\d{1,2} (jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]* \d{4}( \d\d:\d\d:\d\d( gmt| utc| [+-]\d{4})?)?|\b(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec) +\d{1,2} \d\d:\d\d:\d\d|\b\d{1,2}[/.]\d{1,2}[/.]\d{4}( \d\d:\d\d(:\d\d)?( [ap]m)?)?|\b\d{1,2}:\d\d:\d\d([.,]\d+)?( [ap]m)?"
    )]
    private static partial Regex Moment();

    [GeneratedRegex(
        @"(?<word>\b(http(/\d(\.\d)?)?|status( code)?|close code|closed with|response)\s*[:=(]?\s*)(?<code>[1-5]\d\d|10\d\d)(?!\d)"
    )]
    private static partial Regex ProtocolStatus();

    [GeneratedRegex(@"(?<scheme>\b(https?|wss?|tcp|postgres(ql)?|redis|amqp)://)[^/\s""'<>)\]]+(?<route>[^\s""'<>)\]?#]*)[^\s""'<>)\]]*")]
    private static partial Regex Url();

    [GeneratedRegex(@"\b[a-z0-9][a-z0-9.-]*\.(local|lan|internal|home|corp|localdomain|svc)\b(:\d+)?|\b[a-z0-9_-]+@[a-z0-9][a-z0-9.-]*")]
    private static partial Regex MachineAddress();

    [GeneratedRegex(
        @"(?<![\w<>./:])(~|[a-z]:|\.{1,2})?([/\\][\w.@+~ -]*[\w.@+~-]){2,}|(?<![\w<>])([a-z]:\\|~/)[\w.@+~-]+|(?<![\w<>/\\])([\w.@+-]+[/\\]){2,}[\w.@+-]+"
    )]
    private static partial Regex FilePath();

    [GeneratedRegex(@"^[\w.-]+\.(cs|fs|vb|dll|exe|so|py|js|mjs|ts|tsx|go|rs|java|rb|php|sh|ps1|json|yml|yaml|toml|csproj)$")]
    private static partial Regex SourceFile();

    [GeneratedRegex(@"\('?[0-9a-f:.]+'?, ?\d+(, ?\d+)*\)")]
    private static partial Regex SocketTuple();

    [GeneratedRegex(
        @"\b\d{1,3}(\.\d{1,3}){3}\b(:\d+)?|\[[0-9a-f:]*::?[0-9a-f:]*\](:\d+)?|(?<![\w:])([0-9a-f]{0,4}:){2,7}[0-9a-f]{0,4}(?![\w:])|\b(localhost|127\.1)(:\d+)?\b"
    )]
    private static partial Regex Address();

    [GeneratedRegex(
        @"\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b|\beyj[\w-]+\.[\w-]+(\.[\w-]*)?|\b0x[0-9a-f]+\b|\b(?=[a-f]*\d)[0-9a-f]{7,}\b|\b(?=[\w-]*\d[\w-]*\d)[\w]+(-[\w]+)*[0-9][a-z][a-z0-9]*[0-9][\w-]*\b|\b(?=\w*\d)\w{20,}\b"
    )]
    private static partial Regex Identifier();

    [GeneratedRegex(@"(?<![a-z])[+-]?\d+([.,]\d+)*\s?(ns|[µμ]s|us|ms|sec(ond)?s?|s|min(ute)?s?|m|h(our)?s?|days?|%|[kmgt]i?b|bytes|b)\b")]
    private static partial Regex Quantity();

    [GeneratedRegex(@"\d+([.,]\d+)*")]
    private static partial Regex Number();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();
}
