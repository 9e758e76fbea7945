using System.Text.RegularExpressions;
using GoldenPath.Diagnosis.Logs;
using GoldenPath.Services;

namespace GoldenPath.Diagnosis.Signs;

/// <summary>Says what entries tell of. Of a chain of errors the deepest that is known counts.</summary>
/// <param name="source">The log: <c>logs/backend.log</c>.</param>
internal sealed partial class SignReader(string source)
{
    private const int MostLines = 60; // of one entry
    private readonly HashSet<string> _silent = []; // what tells nothing, numbers aside: floods of alike lines are looked at once

    /// <summary>What an entry tells of; <c>null</c> where it tells nothing.</summary>
    public Sign? Read(LogEntry entry, int index)
    {
        try
        {
            return Position().IsMatch(entry.Message.Trim()) ? null
                : Best(entry) is { } sign ? Complete(sign with { Index = index })
                : null;
        }
        catch (RegexMatchTimeoutException)
        {
            return null; // A line made to keep us busy tells nothing.
        }
    }

    private Sign? Best(LogEntry entry)
    {
        List<Sign> told = [];
        foreach (var sign in Telling(entry).Select(line => Of(entry, line)).OfType<Sign>())
        {
            if (sign is { IsSpecific: true, Gravity: > Gravity.ByTheWay })
            {
                return sign;
            }

            told.Add(sign);
        }

        return told.Find(sign => sign.IsSpecific)
            ?? told.Find(sign => sign.Kind == SignKind.Error)
            ?? OfLevel(entry)
            ?? told.Find(sign => sign.Kind == SignKind.Recovery);
    }

    // What is grave by its level tells of an error in any language.
    private Sign? OfLevel(LogEntry entry) =>
        entry.Level < LogLevel.Error
            ? null
            : new Sign(SignKind.Error, source, entry, entry.Lines[0]) { Gravity = GravityOf(entry, entry.Lines[0], SignKind.Error) };

    private Sign? Of(LogEntry entry, LogLine line)
    {
        var shape = Digits().Replace(line.Text, "0");
        if (_silent.Contains(shape))
        {
            return null;
        }

        if (OfField(entry, line) is { } field)
        {
            return field;
        }

        if (Vocabulary.Of(line.Text) is not { } told)
        {
            _silent.Add(shape);
            return null;
        }

        return new Sign(told.Kind, source, entry, line) { Subject = told.Subject, Gravity = GravityOf(entry, line, told.Kind) };
    }

    // A name alone on a line, and under it what is wrong with it.
    private Sign? OfField(LogEntry entry, LogLine line)
    {
        if (ConfigurationWords.OfField(line.Text) is not { } kind)
        {
            return null;
        }

        var at = entry.Lines.Index().First(one => one.Item == line).Index;
        return at > 0 && ConfigurationWords.LoneName(entry.Lines[at - 1].Text) is { } name
            ? new Sign(kind, source, entry, entry.Lines[at - 1]) { Subject = name, Gravity = Gravity.Typed }
            : null;
    }

    // The texts of a usage are no events: they stand under its first line, indented.
    private static bool IsUsage(LogEntry entry, LogLine line) =>
        char.IsWhiteSpace(line.Text[0])
        && entry.Lines.Any(one => one.Text.TrimStart().StartsWith("usage:", StringComparison.OrdinalIgnoreCase));

    private static Gravity GravityOf(LogEntry entry, LogLine line, SignKind kind) =>
        entry.Level == LogLevel.Fatal ? Gravity.Fatal
        : kind != SignKind.Recovery
        && (
            Manner.IsByTheWay(entry)
            || Manner.IsQuestion(entry.Message)
            || (Manner.IsAdvice(line.Text) && !ErrorChain.IsTyped(line.Text) && entry.Level < LogLevel.Error)
        )
            ? Gravity.ByTheWay
        : entry.Level is LogLevel.Warning or LogLevel.Information or LogLevel.Debug ? Gravity.Warning
        : Manner.IsFinal(entry.Lines[0].Text) || Manner.IsFinal(line.Text) ? Gravity.Fatal
        : ErrorChain.IsTyped(line.Text) || ErrorChain.IsTyped(entry.Lines[0].Text) ? Gravity.Typed
        : Gravity.Error;

    // The deepest error of a chain first. Frames and echoes of the source tell where, not what.
    private static IEnumerable<LogLine> Telling(LogEntry entry) =>
        entry
            .Chain.Select(raised => raised.Line)
            .Concat(entry.Lines.Where(line => !Frame().IsMatch(line.Text) && !IsEcho(entry, line) && !IsUsage(entry, line)))
            .Distinct()
            .Take(MostLines);

    private static bool IsEcho(LogEntry entry, LogLine line) =>
        line.Text.StartsWith("    ", StringComparison.Ordinal)
        && entry.Lines.Any(one => one.Text.Contains("Traceback (most recent call last)", StringComparison.Ordinal));

    private Sign Complete(Sign sign)
    {
        var texts = sign.Entry.Lines.Select(line => line.Text).Prepend(sign.Line.Text).Take(MostLines).ToList();
        return sign.Kind switch
        {
            SignKind.MissingVariable or SignKind.InvalidValue => Named(sign),
            SignKind.NotPrepared when sign.Subject is not { Length: > 0 } && Thing().Match(sign.Line.Text) is { Success: true } thing => At(
                sign with
                {
                    Subject = thing.Groups["name"].Value,
                },
                texts
            ),
            SignKind.UnknownHost => sign with
            {
                Host =
                    sign.Entry.Field("hostname", "host", "address")
                    ?? texts.Select(Addresses.UnknownHost).FirstOrDefault(host => host is not null)
                    ?? Address(texts, sign.Entry).Host,
                Port = Address(texts.Take(4), sign.Entry).Port,
            },
            SignKind.AddressInUse
            or SignKind.AddressNotPermitted
            or SignKind.AddressElsewhere
            or SignKind.Refused
            or SignKind.NoAnswer
            or SignKind.LoginRefused
            or SignKind.NotPrepared
            or SignKind.Exhausted
            or SignKind.Certificate
            or SignKind.TlsMismatch => At(sign, texts),
            _ => sign,
        };
    }

    private static Sign At(Sign sign, IEnumerable<string> texts) =>
        Address(texts, sign.Entry) is { Port: { } port } address ? sign with { Host = address.Host, Port = port } : sign;

    private Sign Named(Sign sign)
    {
        var subject =
            sign.Subject
            ?? FieldAbove(sign)
            ?? sign.Entry.Field("variable", "var", "env", "envVar", "setting", "key", "field", "name", "parameter", "property", "option");
        var all = sign
            .Entry.Lines.Take(MostLines)
            .Select(line => Of(sign.Entry, line))
            .OfType<Sign>()
            .Where(one => one.Kind == sign.Kind)
            .Select(one => one.Subject ?? FieldAbove(one))
            .OfType<string>();
        List<string> names = [.. new[] { subject }.OfType<string>().Concat(all).Distinct()];
        return names.Count > 0 || sign.Kind != SignKind.MissingVariable
            ? sign with
            {
                Subject = subject,
                Subjects = names,
            }
            : sign with
            {
                Subjects = [.. Below(sign).Distinct()],
            };
    }

    // A list of what is missing stands under what says so.
    private static IEnumerable<string> Below(Sign sign) =>
        sign
            .Entry.Lines.SkipWhile(line => line != sign.Line)
            .Skip(1)
            .Take(MostLines)
            .Where(line => !Frame().IsMatch(line.Text))
            .SelectMany(line => Variable().Matches(line.Text))
            .Select(match => match.Value)
            .Where(name => !name.StartsWith("ERR_", StringComparison.Ordinal));

    [GeneratedRegex(@"\b[A-Z][A-Z0-9]*(_[A-Z0-9]+)+\b", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Variable();

    // Validators print what they found as JSON over several lines: the field's path stands above the complaint about it.
    private static string? FieldAbove(Sign sign) =>
        ConfigurationWords.FieldPath([.. sign.Entry.Lines.TakeWhile(line => line != sign.Line).Select(line => line.Text)]);

    private static (string? Host, int? Port) Address(IEnumerable<string> texts, LogEntry entry)
    {
        var (host, port) = texts.Select(Addresses.In).FirstOrDefault(address => address.Port is not null);
        return port is not null ? (host, port)
            : ushort.TryParse(entry.Field("port"), out var told) ? (entry.Field("address", "host", "hostname"), told)
            : (null, null);
    }

    // What is missing there, where a code said so before its name came.
    [GeneratedRegex(
        @"\b(database|table|relation|column|topic|queue|exchange|bucket|index|collection|schema|keyspace|vhost) [`'""](?<name>[\w.-]+)[`'""]",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Thing();

    [GeneratedRegex(@"\d+", RegexOptions.CultureInvariant)]
    private static partial Regex Digits();

    [GeneratedRegex(@"^\S+:\d+(:\d+)?:?$", RegexOptions.CultureInvariant)]
    private static partial Regex Position();

    [GeneratedRegex(@"^\s*(at |File ""|\.\.\. \d+ more|\^+\s*$|goroutine \d|~+(?!/))", RegexOptions.CultureInvariant)]
    private static partial Regex Frame();
}
