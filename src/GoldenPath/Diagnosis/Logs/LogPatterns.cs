using System.Globalization;
using System.Text.RegularExpressions;

namespace GoldenPath.Diagnosis.Logs;

/// <summary>How programs word what went wrong: the system's own words, in the spelling of the common runtimes.</summary>
internal static partial class LogPatterns
{
    private const RegexOptions Options = RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant;
    private const int Timeout = 2000; // milliseconds for one line, which may be hostile, on a machine that may be busy

    /// <summary>What a line tells of; <c>null</c> where it tells nothing.</summary>
    public static LogMarkKind? KindOf(string line) =>
        AddressInUse().IsMatch(line) ? LogMarkKind.AddressInUse
        : DiskFull().IsMatch(line) ? LogMarkKind.DiskFull
        : OutOfMemory().IsMatch(line) ? LogMarkKind.OutOfMemory
        : Refused().IsMatch(line) ? LogMarkKind.Refused
        : UnknownHost().IsMatch(line) ? LogMarkKind.UnknownHost
        : MissingVariable(line) is not null || Unnamed().IsMatch(line) ? LogMarkKind.MissingVariable
        : Error().IsMatch(line) ? LogMarkKind.Error
        : Recovery().IsMatch(line) && !Negation().IsMatch(line) ? LogMarkKind.Recovery
        : null;

    /// <summary>Whether a line names an error by its type, as runtimes do where a program ends of it.</summary>
    public static bool IsTypedError(string line) => TypedError().IsMatch(line);

    /// <summary>Whether a line only tells that something failed before it.</summary>
    public static bool IsAftermath(string line) => Aftermath().IsMatch(line);

    /// <summary>The variable that a line says has no value; <c>null</c> where it says nothing like it.</summary>
    public static string? MissingVariable(string line) =>
        CodeError().IsMatch(line) ? null
        : new[] { NameThenMissing(), MissingThenName(), KeyError(), ShellUnset(), Placeholder() }
            .Select(pattern => pattern.Match(line)).FirstOrDefault(match => match.Success)?.Groups["name"].Value;

    /// <summary>Whether a line says that the field named on the line before has no value.</summary>
    public static bool IsFieldRequired(string line) => FieldRequired().IsMatch(line);

    /// <summary>The name that stands alone on a line, as pydantic and others print it before their complaint.</summary>
    public static string? LoneName(string line) => Lone().Match(line) is { Success: true } match ? match.Groups["name"].Value : null;

    /// <summary>The host that a line names as unknown.</summary>
    public static string? UnknownHostName(string line) => HostName().Match(line) is { Success: true } match ? match.Groups["host"].Value : null;

    /// <summary>The address that a line names.</summary>
    public static (string? Host, int? Port) Address(string line)
    {
        var match = new[] { HostAndPort(), QuotedHostAndPort(), HostThenPort(), PortAlone() }
            .Select(pattern => pattern.Match(line)).FirstOrDefault(match => match.Success);
        return match is null || !ushort.TryParse(match.Groups["port"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var port)
            ? (null, null)
            : (match.Groups["host"] is { Success: true } host ? host.Value.Trim('[', ']') : null, port);
    }

    [GeneratedRegex(
        @"EADDRINUSE(?!=)|WSAEADDRINUSE|AddrInUse|\[Errno (98|48)\]|(address|connection) (is )?already in use|address in use|" +
        @"Connection in use|port \d+ (is|was) already (in use|allocated)|Only one usage of each socket address",
        Options | RegexOptions.IgnoreCase, Timeout)]
    private static partial Regex AddressInUse();

    [GeneratedRegex(
        @"ENOSPC(?!=)|\[Errno 28\]|No space left on device|StorageFull|(disk|database or disk) (is )?full|not enough space on the disk|" +
        @"There is not enough space",
        Options | RegexOptions.IgnoreCase, Timeout)]
    private static partial Regex DiskFull();

    [GeneratedRegex(
        @"OutOfMemoryError|OutOfMemoryException|heap out of memory|\bMemoryError\b|ENOMEM|Cannot allocate memory|std::bad_alloc|" +
        @"\bout of memory\b|memory allocation of \d+ bytes failed|oom-kill",
        Options | RegexOptions.IgnoreCase, Timeout)]
    private static partial Regex OutOfMemory();

    [GeneratedRegex(
        @"ECONNREFUSED(?!=)|\[Errno (111|61)\]|connection refused|ConnectionRefused|actively refused|Connection to \S+ refused|" +
        @"Connect call failed|Can't connect to \w+ server|Failed to connect to (\d|\[|localhost)",
        Options | RegexOptions.IgnoreCase, Timeout)]
    private static partial Regex Refused();

    [GeneratedRegex(
        @"\bENOTFOUND\b|EAI_AGAIN|EAI_NONAME|Name or service not known|Temporary failure in name resolution|could not translate host name|" +
        @"UnknownHostException|no such host|nodename nor servname",
        Options | RegexOptions.IgnoreCase, Timeout)]
    private static partial Regex UnknownHost();

    [GeneratedRegex(
        @"(ENOTFOUND|EAI_AGAIN|could not translate host name|UnknownHostException:|lookup|" +
        @"No such host is known\.) ['""(]?(?<host>[A-Za-z0-9][\w.-]*)",
        Options, Timeout)]
    private static partial Regex HostName();

    [GeneratedRegex(
        @"(?<![A-Za-z0-9_])['""`]?(?<name>[A-Z][A-Z0-9]*(_[A-Z0-9]+)+|[A-Z][A-Z0-9]{3,})['""`]?( environment| env)?( variable|" +
        @" var)?:? (is|was|has|must|not|missing|required|undefined|unset|parameter)( not)?( been| be| a)? ?(not set|set|missing|required|" +
        @"defined|undefined|unset|empty|provided|configured|specified|null or not set|mandatory)\b",
        Options, Timeout)]
    private static partial Regex NameThenMissing();

    [GeneratedRegex(
        @"(?i:missing|required|undefined|unset|provide|set|specify|define|find|need)(?i:( the| a| following)?( required|" +
        @" mandatory)?( environment| env| config| configuration)?( variables?| vars?| settings?| values?|" +
        @" keys?)?)[: ]+['""`]?(?<name>[A-Z][A-Z0-9]*(_[A-Z0-9]+)+)['""`]?",
        Options, Timeout)]
    private static partial Regex MissingThenName();

    [GeneratedRegex(
        @"KeyError: ['""](?<name>[A-Z][A-Z0-9_]+)['""]|environment variable ['""`]?(?<name>[A-Z][A-Z0-9_]+)['""`]? not found|" +
        @"key not found: ['""]?(?<name>[A-Z][A-Z0-9_]+)|""?path""?: ?\[ ?['""](?<name>[A-Z][A-Z0-9_]+)['""].*[Rr]equired",
        Options, Timeout)]
    private static partial Regex KeyError();

    [GeneratedRegex(
        @"(^|[\s/])(ba|da|z|k|a)?sh: (line )?(\d+: )?(?<name>[A-Z][A-Z0-9_]+): |\.sh: (line )?\d+: (?<name>[A-Z][A-Z0-9_]{2,}): |" +
        @": (?<name>[A-Za-z_]\w*): (unbound variable|parameter (null or )?not set)",
        Options, Timeout)]
    private static partial Regex ShellUnset();

    [GeneratedRegex(@"Could not resolve placeholder '(?<name>[^']+)'|(?<name>[A-Za-z_][\w:.]*) (field )?is required\.", Options, Timeout)]
    private static partial Regex Placeholder();

    [GeneratedRegex(@"`Err` value: NotPresent|environment variable not found", Options, Timeout)]
    private static partial Regex Unnamed();

    [GeneratedRegex(@"^\s+(Field required|field required|none is not an allowed value)", Options, Timeout)]
    private static partial Regex FieldRequired();

    [GeneratedRegex(@"^\s*(?<name>[A-Za-z_][\w.]*)\s*$", Options, Timeout)]
    private static partial Regex Lone();

    [GeneratedRegex(@"ReferenceError|NameError|TypeError|command not found|: not found$", Options, Timeout)]
    private static partial Regex CodeError();

    [GeneratedRegex(
        @"(?<host>\[[0-9A-Fa-f:.]+\]|::1?|\*|(?<![\w.-])(\d{1,3}(\.\d{1,3}){3}|[A-Za-z][A-Za-z0-9_.-]*)|(?<=^|[\s'""(,/]))(?<!\.(js|mjs|" +
        @"cjs|ts|tsx|jsx|py|rb|cs|go|rs|java|kt|php|sh|yml|yaml|json)):(?<port>\d{2,5})(?!\d|[.:]\d)",
        Options, Timeout)]
    private static partial Regex HostAndPort();

    [GeneratedRegex(@"\('(?<host>[^']+)', (?<port>\d{2,5})[,)]|host='(?<host>[^']+)', port=(?<port>\d{2,5})", Options, Timeout)]
    private static partial Regex QuotedHostAndPort();

    [GeneratedRegex(
        @"(server at|host|" +
        @"on) ""?(?<host>[A-Za-z0-9][\w.-]*)""?( \([^)]*\))?,? (and accepting TCP/IP connections on )?port (?<port>\d{2,5})",
        Options, Timeout)]
    private static partial Regex HostThenPort();

    [GeneratedRegex(@"\bport:? (?<port>\d{2,5})\b", Options | RegexOptions.IgnoreCase, Timeout)]
    private static partial Regex PortAlone();

    [GeneratedRegex(
        @"^\s+at |^\s*(code|errno|syscall|address|port|type|errors): |Emitted 'error' event|npm (ERR!|error)|exit(ed)? (with )?(code|" +
        @"status)|Command failed|core dumped|^\s*(Aborted|Killed)\b|ELIFECYCLE|Traceback|\[exit|hint:",
        Options | RegexOptions.IgnoreCase, Timeout)]
    private static partial Regex Aftermath();

    [GeneratedRegex(
        @"^\W*(Uncaught |Unhandled exception\. |Exception in thread ""[^""]*"" |Caused by: )?[\w.$]*(Error|Exception)( \[\w+\])?: ",
        Options, Timeout)]
    private static partial Regex TypedError();

    [GeneratedRegex(
        @"\b\w*(Error|Exception)\b|\b(error|fatal|panic|panicked|critical|crit|fail|failed|failure|cannot|could not|unable to|abort(ed)?|" +
        @"segmentation fault|core dumped)\b|Traceback",
        Options | RegexOptions.IgnoreCase, Timeout)]
    private static partial Regex Error();

    [GeneratedRegex(@"\b(connected|reconnected|recovered|listening|started|ready|succeeded|resumed|established)\b", Options | RegexOptions.IgnoreCase, Timeout)]
    private static partial Regex Recovery();

    [GeneratedRegex(@"\b(not|never|waiting|failed|cannot|refused|retrying|until|when|before|lost)\b|\?", Options | RegexOptions.IgnoreCase, Timeout)]
    private static partial Regex Negation();
}
