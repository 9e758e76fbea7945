using System.Text.RegularExpressions;
using GoldenPath.Diagnosis.Logs;

namespace GoldenPath.Diagnosis.Signs;

/// <summary>In which manner something is said: as what ended the program, or only by the way.</summary>
internal static partial class Manner
{
    /// <summary>Whether it concerns what a program does without: metrics, tracing, a registry, an update check; or whether it says itself that it goes on.</summary>
    public static bool IsByTheWay(LogEntry entry) =>
        entry.Level < LogLevel.Fatal
        && (
            GoesOn().IsMatch(entry.Message)
            || Optional().IsMatch(entry.Message)
            || (entry.Source is { } source && Optional().IsMatch(source))
        );

    /// <summary>Whether a line advises, documents or quotes: it tells of no event.</summary>
    public static bool IsAdvice(string text) => Advice().IsMatch(text);

    /// <summary>Whether a line asks whether something may be so.</summary>
    public static bool IsQuestion(string text) => Question().IsMatch(text);

    /// <summary>Whether a line only tells that something failed before it.</summary>
    public static bool IsAftermath(string text) => Aftermath().IsMatch(text);

    /// <summary>Whether a line belongs to an orderly end.</summary>
    public static bool IsShutdown(string text) => Shutdown().IsMatch(text);

    /// <summary>Whether a line says that the program cannot go on.</summary>
    public static bool IsFinal(string text) => Final().IsMatch(text);

    /// <summary>Whether a line is of a trace, a dump or a source that is shown: it tells where, not what.</summary>
    public static bool IsTrace(string text) => Trace().IsMatch(text);

    [GeneratedRegex(
        @"^\s+(at|from|in|\d+:) |^\s*([|^]|~(?!/))|^\s{4,}|^(goroutine|main\.|created by|stack backtrace|note:|\[signal|\w[\w./]*\()|^-{3,}|^[0-9a-f]+-[0-9a-f]+ |^\s*\d+ \| |^Node\.js v",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        Phrase.Timeout
    )]
    private static partial Regex Trace();

    [GeneratedRegex(
        @"(?<![\w/.~@-])(statsd|telemetry|otel\w*|opentelemetry|otlp|metrics?|tracing|tracer|spans?|sentry|datadog|ddtrace|jaeger|zipkin|new ?relic|prometheus|pushgateway|graphite|influx\w*|apm|analytics|beacon|usage report\w*|update check|version check|"
            + @"eureka|consul|service registry|discovery client|exporter|log shipp\w+|fluent(d|bit)|profiler|bugsnag|rollbar|honeycomb|feature flags?)(?![\w/-]|\.\w)",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.IgnoreCase,
        Phrase.Timeout
    )]
    private static partial Regex Optional();

    [GeneratedRegex(
        @"\b(falling back|fall(s|en)? ?back|fallback|using (the )?(default|sqlite|built-?in|in-?memory|local|embedded|fallback)\w*|default(ing|ed|s) to|continuing|continue without|proceeding|will (continue|retry|try again|be (disabled|ignored|skipped|created))|disabled|ignor(ed|ing)|skipp(ed|ing)|optional|deprecated|non-?fatal|"
            + @"not critical|degraded|entry dropped|trying \S*(next|another|\d{2,5})|creating it|created it|will create|tolerated|harmless|best.effort|stays off|caching off|without (cache|caching|it))\b",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.IgnoreCase,
        Phrase.Timeout
    )]
    private static partial Regex GoesOn();

    [GeneratedRegex(
        @"^\s*(hint|tip|help|note|usage|example|see( also)?|docs?|documentation|known problems?|troubleshooting|faq|action|did you|try|please|consider|possible (causes?|reasons?)|if you|make sure|ensure|check|more info\w*|for (more|help)|learn more|visit)\b|"
            + @"\b(e\.g\.|for example|known (problems?|issues?)|https?://\S+/(docs?|wiki|help|troubleshooting))\b|\. (Stop it|Free the|Raise|Set it|Start the|See)\b",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.IgnoreCase,
        Phrase.Timeout
    )]
    private static partial Regex Advice();

    [GeneratedRegex(
        @"^\W{0,3}(do|did|is|are|have|has|maybe|perhaps)\b[^.!:]*(:? ?\d+ ?)?\?\s*$",
        Phrase.Options | RegexOptions.IgnoreCase,
        Phrase.Timeout
    )]
    private static partial Regex Question();

    [GeneratedRegex(
        @"^\s+at |^\s*(code|errno|syscall|address|port|type|errors): |Emitted 'error' event|npm (ERR!|error)|exit(ed|ing|s)?( with)? (code|status|now)|exit code|exited|\bexiting\b|Command failed|core dumped|^\s*(Aborted|Killed|Terminated)\b|ELIFECYCLE|Traceback|\[exit|hint:|"
            + @"\babort(ing|ed)?( startup)?\b.{0,40}(startup|due to|$)|(startup|start|boot|initiali[sz]ation|launch|bootstrap|application|app|server|service|worker|process|container|program|plugin|bean)s? (\w+ )?(has |have |was |is |had )?(failed|aborted|terminated|crashed|stopped|died|shut ?down)( to (start|boot|initiali[sz]e|load|launch))?\b[^:]*$|"
            + @"(failed|unable|could not|cannot|not able|refusing) (to )?(start|boot|launch|initiali[sz]e|bootstrap|continue|run|bring up)\b[^:]*$|shutting down|shut down|stopp(ing|ed)\b|terminat(ing|ed) (process|server|worker|application|with)|giving up\.?$|see (above|log|previous)|A complete log of this run|"
            + @"(another|previous|earlier|above) (error|exception|failure)|^\s*https?://\S+\s*$|^[/\w.-]+:\d+$|^\s*\^|^(error|failed|failure|fatal)[.!:]*$|Worker failed to boot|errors? (occurred|found|encountered)[^:]*$|Unrecoverable|process failure|Node\.js v\d|recipe for target|make: \*\*\*|was ended|restarting|respawn|backing off|BUILD FAIL|APPLICATION FAILED|Error starting ApplicationContext|Could not create the Java Virtual Machine|(fatal )?(error|exception) has occurred\b",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.IgnoreCase,
        Phrase.Timeout
    )]
    private static partial Regex Aftermath();

    [GeneratedRegex(
        @"shutting down|shut ?down|graceful|(received|caught|got|handling) (signal|SIG\w+)|SIGTERM|SIGINT|stopping|closing|draining|drained|disconnecting|goodbye|bye\b|cleaning up|cleanup|flushing",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.IgnoreCase,
        Phrase.Timeout
    )]
    private static partial Regex Shutdown();

    [GeneratedRegex(
        @"\b(fatal|panic(ked)?|critical|emerg|unhandled|uncaught|unrecoverable|giving up|max(imum)? retries|retries (exhausted|exceeded)|cannot continue|can't continue|gave up)\b|^Traceback|Exception in thread|terminate called|Application run failed|^\w*sh: .*: (parameter|unbound)",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.IgnoreCase,
        Phrase.Timeout
    )]
    private static partial Regex Final();
}
