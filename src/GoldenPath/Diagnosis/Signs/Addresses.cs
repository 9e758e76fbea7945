using System.Globalization;
using System.Text.RegularExpressions;

namespace GoldenPath.Diagnosis.Signs;

/// <summary>Finds the address that a line names. Positions in sources, times and versions are none.</summary>
internal static partial class Addresses
{
    /// <summary>Host and port, as far as they are named.</summary>
    public static (string? Host, int? Port) In(string text)
    {
        foreach (var pattern in Patterns)
        {
            foreach (Match match in pattern.Matches(text))
            {
                if (ushort.TryParse(match.Groups["port"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var port))
                {
                    return (match.Groups["host"] is { Success: true } host ? host.Value.Trim('[', ']', '`', '\'', '"') : null, port);
                }
            }
        }

        return (null, null);
    }

    /// <summary>The host that a line names as unknown.</summary>
    public static string? UnknownHost(string text) =>
        HostName().Match(text) is { Success: true } match ? match.Groups["host"].Value.TrimEnd('.') : null;

    private static IReadOnlyList<Regex> Patterns { get; } = [Url(), HostAndPort(), QuotedHostAndPort(), HostThenPort(), PortAlone()];

    [GeneratedRegex(
        @"[a-z][a-z0-9+]*://([^\s/@'""]*@)?(?<host>\[[0-9A-Fa-f:.]+\]|[A-Za-z0-9*][\w.-]*|\*|\+):(?<port>\d{1,5})(?!\d)",
        Phrase.Options,
        Phrase.Timeout
    )]
    private static partial Regex Url();

    [GeneratedRegex(
        @"(?<host>\[[0-9A-Fa-f:.]+\]|::1?|\*|(?<![\w.-])(\d{1,3}(\.\d{1,3}){3}|[`'""]?[A-Za-z][A-Za-z0-9_.-]*[`'""]?)|(?<=^|[\s'""(,/]))(?<!\.(js|mjs|cjs|ts|tsx|jsx|py|rb|cs|go|rs|java|kt|scala|php|pl|ex|exs|erl|"
            + @"c|cc|cpp|h|hpp|swift|lua|sh|yml|yaml|json|toml|ini|conf|xml|properties|env)['""]?)(?<!\b(line|pid|errno|code|error|status|column|exit|http)):[`'""]?(?<port>\d{2,5})[`'""]?(?!\d|[.:]\d|-\d)",
        Phrase.Options,
        Phrase.Timeout
    )]
    private static partial Regex HostAndPort();

    [GeneratedRegex(
        @"\('(?<host>[^']+)', (?<port>\d{2,5})[,)]|host='(?<host>[^']+)', port=(?<port>\d{2,5})|host[=:] ?['""]?(?<host>[\w.-]+)['""]?,? port[=:] ?['""]?(?<port>\d{2,5})",
        Phrase.Options,
        Phrase.Timeout
    )]
    private static partial Regex QuotedHostAndPort();

    [GeneratedRegex(
        @"(server at|host|on|to|address|at) [""'`]?(?<host>[A-Za-z0-9][\w.-]*)[""'`]?( \([^)]*\))?,? (and accepting TCP/IP connections )?(on )?port[: ]+(?<port>\d{2,5})",
        Phrase.Options,
        Phrase.Timeout
    )]
    private static partial Regex HostThenPort();

    [GeneratedRegex(@"\bport[:=]? ?(?<port>\d{1,5})\b(?!\.\d)", Phrase.Options | RegexOptions.IgnoreCase, Phrase.Timeout)]
    private static partial Regex PortAlone();

    [GeneratedRegex(
        @"(ENOTFOUND|EAI_AGAIN|could not translate host name|UnknownHostException:|[Uu]nknown (MySQL server )?host:?|lookup|No such host is known\.|[Rr]esolve( host)?( name)?:?|host not found in upstream|[Hh]ost not found:?|Failed to resolve|HostNotFound|nxdomain\W+|failed to lookup address|hostname|host) ['""(\[]*(?<host>[A-Za-z0-9][\w-]*(\.[\w-]+)*)",
        Phrase.Options,
        Phrase.Timeout
    )]
    private static partial Regex HostName();
}
