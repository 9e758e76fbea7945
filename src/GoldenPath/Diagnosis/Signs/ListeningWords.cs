using System.Text.RegularExpressions;

namespace GoldenPath.Diagnosis.Signs;

/// <summary>How programs say that they cannot listen, or that another instance is in their way.</summary>
internal static partial class ListeningWords
{
    public static IReadOnlyList<Phrase> All { get; } =
    [
        new(SignKind.AddressNotPermitted, NotPermitted()),
        new(SignKind.AddressInUse, InUse(), Counter()),
        new(SignKind.AddressElsewhere, Elsewhere(), Connecting()),
        new(SignKind.AlreadyRunning, Running(), Harmless()),
    ];

    [GeneratedRegex(
        @"(bind|listen)\w*\b.{0,80}(EACCES|permission denied|operation not permitted|access denied|forbidden by its access permissions|\(13\b)|"
            + @"(EACCES|permission denied|PermissionError|operation not permitted).{0,80}\b(bind|listen|port:? \d+|(0\.0\.0\.0|127\.0\.0\.1|::):\d+)|"
            + @"access a socket in a way forbidden|WSAEACCES|WinError 10013|SocketException \(13\)|java\.net\.(Bind|Socket)Exception: Permission denied|"
            + @"(privileged|reserved) port",
        Phrase.Options | RegexOptions.IgnoreCase,
        Phrase.Timeout
    )]
    private static partial Regex NotPermitted();

    [GeneratedRegex(
        @"EADDRINUSE|SocketException \((98|48|10048)\)|WSAEADDRINUSE|AddrInUse|AddressAlreadyInUse|\[Errno (98|48)\]|os error (98|48|10048)|WinError 10048|\(98: |"
            + @"\b(address|addr|socket|port|connection|endpoint)\b.{0,40} (is |was |has been |are )?(already |currently )?(in use|taken|occupied|allocated)\b|\balready bound\b|"
            + @"already (in use|listening|bound) (on|by|to)|(something|another process|other process|another program) is (already )?(running|listening|using).{0,20} port|"
            + @"Only one usage of each socket address|port \d+ (is|was) not available|address not available.{0,20}\b98\b",
        Phrase.Options | RegexOptions.IgnoreCase,
        Phrase.Timeout
    )]
    private static partial Regex InUse();

    [GeneratedRegex(
        @"\bEADDRNOTAVAIL\b|(cannot|can't|could not|failed to) assign requested address|requested address is not valid in its context|AddrNotAvailable|WinError 10049|os error (99|49|10049)|\[Errno (99|49)\]|SocketException \((99|49|10049)\)|\(99: ",
        Phrase.Options | RegexOptions.IgnoreCase,
        Phrase.Timeout
    )]
    private static partial Regex Elsewhere();

    // A client that has no address left, or none of that family, does not listen.
    [GeneratedRegex(@"\bconnect(ing)?\b|\bdial\b|\bLocal \(", Phrase.Options | RegexOptions.IgnoreCase, Phrase.Timeout)]
    private static partial Regex Connecting();

    [GeneratedRegex(@"EADDRINUSE=|not in use|container name", Phrase.Options | RegexOptions.IgnoreCase, Phrase.Timeout)]
    private static partial Regex Counter();

    [GeneratedRegex(
        @"(another|other|previous|second|existing) (\w+ ){0,3}(instance|process|server|postmaster|copy|broker|node|worker)\b.{0,60}(running|active|already|lock|us(es|ing)|holds?)|"
            + @"\b(is|are|seems to be|appears to be|may be|might be) already running\b|\b(already running|already started)\b.{0,40}\b(pid|process)\b|instance is already|"
            + @"(pid|lock) ?-?file\b.{0,120}\b(exists|already|held|locked|stale|found)|\.(pid|lock|lck)\b['""]?.{0,40}\b(already exists|exists|is locked|held by)|"
            + @"(could not|cannot|unable to|failed to|can't) (create|acquire|obtain|get|take|gain|set|aquire) (the |a |an |exclusive )*(\w+ ){0,3}lock|"
            + @"\b(un)?able to lock\b|lock (is |was )?(already )?(held|taken) by|locked by (another|other|process|pid)|(already|is) (used|in use|opened|owned) by (a|an|another|some) (\w+ ){0,3}(node|instance|process|server|program)\b|(name|node)\b.{0,60}\bin use by another|"
            + @"lock\b.{0,80}Resource temporarily unavailable|failed to obtain node lock|LockObtainFailed|OverlappingFileLock|DBPathInUse|already have another \w+ process",
        Phrase.Options | RegexOptions.IgnoreCase,
        Phrase.Timeout
    )]
    private static partial Regex Running();

    [GeneratedRegex(
        @"(removing|removed|deleting|cleaning).{0,20}(stale|old)|package-lock|poetry\.lock|yarn\.lock|Cargo\.lock|row lock|deadlock|table lock|Permission denied|No space left|Read-only|No such file|EACCES",
        Phrase.Options | RegexOptions.IgnoreCase,
        Phrase.Timeout
    )]
    private static partial Regex Harmless();
}
