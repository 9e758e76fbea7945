using System.Text.RegularExpressions;
using GoldenPath.Diagnosis.Logs;

namespace GoldenPath.Diagnosis.Signs;

/// <summary>Tells whether a later error only repeats, in other words, what came of an earlier one.</summary>
internal static partial class Echoes
{
    /// <summary>Whether a later error is of the earlier one's matter.</summary>
    public static bool Of(Sign earlier, Sign later) =>
        (earlier.Subject is { Length: > 2 } subject && later.Line.Text.Contains(subject, StringComparison.OrdinalIgnoreCase))
        || (earlier.Host is { Length: > 2 } host && later.Line.Text.Contains(host, StringComparison.OrdinalIgnoreCase))
        || Matter(earlier.Kind)?.IsMatch(later.Line.Text) == true;

    /// <summary>Whether an entry speaks of an earlier error's matter.</summary>
    public static bool Repeats(Sign earlier, LogEntry later) =>
        (earlier.Subject is { Length: > 2 } subject && later.Message.Contains(subject, StringComparison.OrdinalIgnoreCase))
        || Matter(earlier.Kind)?.IsMatch(later.Message) == true;

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
