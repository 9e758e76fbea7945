using System.Text.RegularExpressions;
using GoldenPath.Diagnosis.Logs;

namespace GoldenPath.Diagnosis.Signs;

/// <summary>What a log tells: its entries, the signs among them, and which of these can be why the program gave up.</summary>
/// <remarks>What is told exactly outranks what is told in general, an error outranks a warning, what the program got over and what it does without
/// count for nothing, and what only says that something failed before counts least.</remarks>
internal sealed partial class Story
{
    private const int MostSigns = 200;
    private const int Near = 6; // entries within which one says more exactly what another sums up
    private const int MostLastWords = 3;
    private readonly List<Sign> _recoveries;
    private readonly List<Sign> _troubles;
    private readonly Lazy<IReadOnlyList<Sign>> _ranked;
    private readonly Lazy<int> _lastProgress;
    private readonly int _shutdown;

    private Story(IReadOnlyList<LogEntry> entries, IReadOnlyList<Sign> signs)
    {
        (Entries, Signs) = (entries, signs);
        _recoveries = [.. signs.Where(sign => sign.Kind == SignKind.Recovery)];
        _troubles = [.. signs.Where(sign => sign.Kind != SignKind.Recovery)];
        _lastProgress = new(() => entries.Index().LastOrDefault(one => IsProgress(one.Item), (-1, null!)).Index);
        _shutdown = Shutdown(entries, _troubles);
        _ranked = new(() =>
            [
                .. _troubles
                    .Select(sign => (Sign: sign, Weight: Weight(sign)))
                    .Where(one => one.Weight > 0)
                    .OrderByDescending(one => one.Weight)
                    .ThenByDescending(one => one.Sign.Index)
                    .Select(one => one.Sign),
            ]
        );
    }

    /// <summary>The entries, oldest first.</summary>
    public IReadOnlyList<LogEntry> Entries { get; }

    /// <summary>What they tell of, oldest first; of alike ones the last.</summary>
    public IReadOnlyList<Sign> Signs { get; }

    /// <summary>What may be why the program gave up, the best first.</summary>
    public IReadOnlyList<Sign> Ranked => _ranked.Value;

    /// <summary>The error that explains best, though it is of no known kind; <c>null</c> where there is none.</summary>
    public Sign? Error => Ranked is [{ Kind: SignKind.Error } first, ..] ? first : null;

    /// <summary>The last things that it says, oldest first.</summary>
    public IReadOnlyList<Evidence> LastWords(string source) =>
        [.. Entries.TakeLast(MostLastWords).Select(entry => new Evidence($"{source}:{entry.Number}", entry.Lines[0].Text.Trim()))];

    /// <summary>Reads the end of a log. A log that is missing tells nothing.</summary>
    /// <param name="runFolder">The run folder.</param>
    /// <param name="source">The log in it: <c>logs/backend.log</c>.</param>
    public static Story Read(string runFolder, string source) => Of(LogReader.Read(Path.Combine(runFolder, source)), source);

    /// <summary>The story of entries.</summary>
    public static Story Of(IReadOnlyList<LogEntry> entries, string source)
    {
        var reader = new SignReader(source);
        var signs = entries.Index().Select(one => reader.Read(one.Item, one.Index)).OfType<Sign>();
        return new(
            entries,
            [
                .. signs
                    .GroupBy(sign => (sign.Kind, Shape: Digits().Replace(sign.Line.Text, "0"), sign.Port))
                    .Select(alike => alike.Key.Kind == SignKind.DoesNotCompile ? alike.First() : alike.Last())
                    .OrderByDescending(sign => sign.Gravity)
                    .ThenByDescending(sign => sign.Index)
                    .Take(MostSigns)
                    .OrderBy(sign => sign.Index),
            ]
        );
    }

    /// <summary>Whether a sign is what the program gave up by: it was got over by nothing, no other trouble comes after it, and nothing else that is not
    /// of its matter or of the program's end.</summary>
    public bool IsVerdict(Sign sign) =>
        sign.Gravity >= Gravity.Error
        && sign.Index <= _shutdown
        && !IsGotOver(sign)
        && !_troubles.Exists(later => later.Index > sign.Index && IsAnother(later, sign))
        && Entries.Skip(sign.Index + 1).All(later => IsOfItsEnd(later, sign));

    /// <summary>The sign that says most of what another tells: the first complaint of a compiler, or what a line that only sums up refers to.</summary>
    public Sign MostTelling(Sign sign) =>
        sign.Kind == SignKind.DoesNotCompile ? _troubles.Find(one => one.Kind == sign.Kind && one.Gravity >= sign.Gravity) ?? sign
        : sign.Kind == SignKind.NoAnswer ? _troubles.FindLast(one => IsExacter(one, sign)) ?? sign
        : sign.Subject is { Length: > 0 } ? sign
        : _troubles.FindLast(one =>
            one.Kind == sign.Kind
            && one.Subject is { Length: > 0 }
            && one.Index < sign.Index
            && sign.Index - one.Index <= Near
            && IsTold(one)
        )
            is { } exact
            ? exact with
            {
                Gravity = sign.Gravity,
                Index = sign.Index,
            }
        : sign;

    /// <summary>What a program ended by in other words than a sign has: the last error of the same matter.</summary>
    public IEnumerable<Evidence> EndOf(Sign sign) =>
        _troubles
            .FindAll(one => one.Index > sign.Index && one.Gravity >= Gravity.Error && (one.Kind == sign.Kind || Echoes.Of(sign, one)))
            .TakeLast(1)
            .Select(one => one.Seen);

    /// <summary>Whether something works, or goes on, after a sign.</summary>
    public bool IsGotOver(Sign sign) =>
        _recoveries.Exists(later => later.Index > sign.Index && IsOf(later, sign)) || sign.Index < _lastProgress.Value;

    // A closed connection is what comes of a refused one.
    private static bool IsExacter(Sign one, Sign sign) =>
        one.Kind is SignKind.Refused or SignKind.UnknownHost
        && Math.Abs(one.Index - sign.Index) <= Near
        && one.Gravity >= sign.Gravity
        && (one.Port ?? sign.Port) == (sign.Port ?? one.Port);

    private static bool IsTold(Sign sign) => sign.Gravity > Gravity.ByTheWay;

    // After the last word of a program there is only what repeats it, advises on it or takes leave.
    private static bool IsOfItsEnd(LogEntry entry, Sign sign) =>
        !entry.Message.Any(char.IsLetter)
        || Manner.IsAftermath(entry.Lines[0].Text)
        || Manner.IsShutdown(entry.Message)
        || Manner.IsAdvice(entry.Message)
        || Manner.IsTrace(entry.Lines[0].Text)
        || Echoes.IsClose(sign, entry.Message);

    private static bool IsAnother(Sign later, Sign sign) =>
        later.Gravity >= Gravity.Error
        && (later.IsSpecific ? later.Kind != sign.Kind : !Manner.IsAftermath(later.Line.Text))
        && !Echoes.IsClose(sign, later.Line.Text);

    // What fails while a program comes to its end is not why it does: the first line of that after an error.
    private static int Shutdown(IReadOnlyList<LogEntry> entries, List<Sign> troubles)
    {
        var first = troubles.Find(sign => sign.Gravity >= Gravity.Error)?.Index ?? int.MaxValue;
        return entries
            .Index()
            .Skip(first == int.MaxValue ? first : first + 1)
            .Where(one => one.Item.Level < LogLevel.Error && Manner.IsShutdown(one.Item.Message))
            .Select(one => one.Index)
            .DefaultIfEmpty(int.MaxValue)
            .First();
    }

    private int Weight(Sign sign)
    {
        if (sign.Gravity == Gravity.ByTheWay)
        {
            return 0;
        }

        var exact =
            !sign.IsSpecific ? 0
            : sign.Kind == SignKind.PathMissing ? 12
            : sign.Gravity >= Gravity.Error || IsEchoed(sign) ? 45
            : 5;
        var aftermath = !sign.IsSpecific && Manner.IsAftermath(sign.Line.Text) ? 25 : 0;
        var over = IsGotOver(sign) || sign.Index > _shutdown ? 50 : 0;
        var outranked = sign.IsSpecific && over == 0 && _troubles.Exists(later => Outranks(later, sign)) ? 55 : 0;
        return Math.Max(1, ((int)sign.Gravity * 10) + exact - aftermath - over - outranked);
    }

    // Some servers log as ordinary what their last, general word then follows from.
    private bool IsEchoed(Sign sign) =>
        _troubles.Exists(later =>
            later.Index > sign.Index
            && later.Index - sign.Index <= Near
            && later is { IsSpecific: false, Gravity: Gravity.Fatal }
            && Echoes.Of(sign, later)
        );

    // "fatal: the license expired" after "error: no collector at …": the program says itself what it ended by.
    private static bool Outranks(Sign later, Sign sign) =>
        later.Index > sign.Index
        && !later.IsSpecific
        && later.Gravity >= Gravity.Typed
        && (later.Gravity > sign.Gravity || later.Gravity == Gravity.Fatal)
        && !Manner.IsAftermath(later.Line.Text)
        && !Echoes.Of(sign, later);

    // Who is connected to a cache has not reached the database yet.
    private static bool IsOf(Sign recovery, Sign sign) =>
        Systems().Match(sign.Line.Text) is not { Success: true } trouble
        || Systems().Match(recovery.Line.Text) is not { Success: true } well
        || trouble.Value.Equals(well.Value, StringComparison.OrdinalIgnoreCase);

    // Only where levels are told can the ordinary course of things be told from an explanation.
    private static bool IsProgress(LogEntry entry) =>
        entry.Level is LogLevel.Information
        && !Manner.IsShutdown(entry.Message)
        && !Manner.IsAftermath(entry.Message)
        && !Manner.IsAdvice(entry.Message)
        && !Retry().IsMatch(entry.Message);

    [GeneratedRegex(@"\d+", RegexOptions.CultureInvariant)]
    private static partial Regex Digits();

    [GeneratedRegex(
        @"postgres|mysql|maria|redis|valkey|kafka|rabbit|amqp|mongo|elastic|opensearch|cassandra|clickhouse|memcache|nats|minio|s3|grpc|statsd|database|cache|queue|broker",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase
    )]
    private static partial Regex Systems();

    [GeneratedRegex(@"\bretry|attempt|again|waiting|reconnect|sleep", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Retry();
}
