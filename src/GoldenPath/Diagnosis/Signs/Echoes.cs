using System.Globalization;
using System.Text.RegularExpressions;

namespace GoldenPath.Diagnosis.Signs;

/// <summary>Tells whether a later error only repeats, in other words, what came of an earlier one.</summary>
internal static partial class Echoes
{
    /// <summary>Whether a later error is of the earlier one's matter.</summary>
    public static bool Of(Sign earlier, Sign later) =>
        Names(earlier.Subject, later.Line.Text)
        || Names(earlier.Host, later.Line.Text)
        || Matter(earlier.Kind)?.IsMatch(later.Line.Text) == true;

    /// <summary>Whether a later text is so close to an earlier error that nothing new is told: it names the same, or is of its very matter.</summary>
    public static bool IsClose(Sign earlier, string later) =>
        Names(earlier.Subject, later)
        || Names(earlier.Host, later)
        || Names(earlier.Port?.ToString(CultureInfo.InvariantCulture), later)
        || CloseMatter(earlier.Kind)?.IsMatch(later) == true;

    private static bool Names(string? name, string text) =>
        name is { Length: > 2 } && text.Contains(name, StringComparison.OrdinalIgnoreCase);

    private static Regex? CloseMatter(SignKind kind) =>
        kind switch
        {
            SignKind.Refused or SignKind.UnknownHost or SignKind.NoAnswer => Reaching(),
            SignKind.LoginRefused => LoggingIn(),
            SignKind.NotPrepared => Preparing(),
            SignKind.Exhausted => Exhausting(),
            SignKind.Certificate or SignKind.TlsMismatch => Securing(),
            SignKind.DiskFull or SignKind.FileDescriptors or SignKind.FileWatches => Storing(),
            _ => Matter(kind),
        };

    [GeneratedRegex(
        @"connect|refus|reach|availab|resolv|retr(y|ies)|timed? ?out|no brokers?|\bhosts?\b",
        Phrase.Options | RegexOptions.IgnoreCase,
        Phrase.Timeout
    )]
    private static partial Regex Reaching();

    [GeneratedRegex(@"connect|log ?in|authen|authori|password|credential|denied", Phrase.Options | RegexOptions.IgnoreCase, Phrase.Timeout)]
    private static partial Regex LoggingIn();

    [GeneratedRegex(@"connect|exist|migrat|prepar|schema|initiali[sz]", Phrase.Options | RegexOptions.IgnoreCase, Phrase.Timeout)]
    private static partial Regex Preparing();

    [GeneratedRegex(@"connect|limit|quota|too many|pool|exhaust", Phrase.Options | RegexOptions.IgnoreCase, Phrase.Timeout)]
    private static partial Regex Exhausting();

    [GeneratedRegex(@"connect|certif|\btls\b|\bssl\b|handshake", Phrase.Options | RegexOptions.IgnoreCase, Phrase.Timeout)]
    private static partial Regex Securing();

    [GeneratedRegex(
        @"\bdisk|\bspace\b|writ(e|ing|ten)\b|persist|flush|descriptor|open files|watch",
        Phrase.Options | RegexOptions.IgnoreCase,
        Phrase.Timeout
    )]
    private static partial Regex Storing();

    private static Regex? Matter(SignKind kind) =>
        kind switch
        {
            SignKind.Refused
            or SignKind.UnknownHost
            or SignKind.NoAnswer
            or SignKind.LoginRefused
            or SignKind.NotPrepared
            or SignKind.Exhausted
            or SignKind.Certificate
            or SignKind.TlsMismatch => Connecting(),
            SignKind.DiskFull or SignKind.FileDescriptors or SignKind.FileWatches => Writing(),
            SignKind.AddressInUse or SignKind.AddressNotPermitted or SignKind.AddressElsewhere => Listening(),
            SignKind.ModuleMissing or SignKind.ProgramMissing or SignKind.FileMissing or SignKind.DoesNotCompile => Loading(),
            SignKind.MissingVariable or SignKind.InvalidValue => Configuring(),
            SignKind.OutOfMemory => Memory(),
            SignKind.NotPermitted or SignKind.AlreadyRunning or SignKind.PathMissing => Opening(),
            _ => null,
        };

    [GeneratedRegex(
        @"connect|database|\bdb\b|sql|redis|broker|kafka|queue|amqp|rabbit|mongo|elastic|upstream|\bhosts?\b|backend|dependenc|repositor|datasource|pool|session|migrat|query|entitymanager|hibernate|\bbean\b|unavailable|unreachable|login|auth|password|certif|\btls\b|\bssl\b|handshake|table|relation|topic|index|socket|network|retries",
        Phrase.Options | RegexOptions.IgnoreCase,
        Phrase.Timeout
    )]
    private static partial Regex Connecting();

    [GeneratedRegex(
        @"disk|writ(e|ing|ten)|space|storage|\bfiles?\b|\bwal\b|checkpoint|\bsav(e|ing)\b|persist|i/o|flush|append|watch|snapshot|log",
        Phrase.Options | RegexOptions.IgnoreCase,
        Phrase.Timeout
    )]
    private static partial Regex Writing();

    [GeneratedRegex(@"\bbind|listen|\bport\b|socket|address|\bserver\b|\bhttp\b", Phrase.Options | RegexOptions.IgnoreCase, Phrase.Timeout)]
    private static partial Regex Listening();

    [GeneratedRegex(
        @"import|module|\bload|require|package|librar|plugin|\bclass\b|compil|build|command",
        Phrase.Options | RegexOptions.IgnoreCase,
        Phrase.Timeout
    )]
    private static partial Regex Loading();

    [GeneratedRegex(
        @"config|setting|\benv|variable|valid|option|value|propert|parameter",
        Phrase.Options | RegexOptions.IgnoreCase,
        Phrase.Timeout
    )]
    private static partial Regex Configuring();

    [GeneratedRegex(@"memory|alloc|heap|\boom\b|killed", Phrase.Options | RegexOptions.IgnoreCase, Phrase.Timeout)]
    private static partial Regex Memory();

    [GeneratedRegex(
        @"permission|access|\bopen|writ|read|\bfile|director|denied|lock|data",
        Phrase.Options | RegexOptions.IgnoreCase,
        Phrase.Timeout
    )]
    private static partial Regex Opening();
}
