using System.Text.RegularExpressions;
using GoldenPath.Services;

namespace GoldenPath.Diagnosis.Logs;

/// <summary>The last words of a log: its final lines, and what they tell of.</summary>
internal sealed class ScannedLog
{
    private const int LastWords = 60;
    private const int Neighbours = 14; // Node prints the port as a property of the error, under its stack.

    private ScannedLog(IReadOnlyList<LogLine> lines, IReadOnlyList<LogMark> marks) => (Lines, Marks) = (lines, marks);

    /// <summary>The final lines, oldest first.</summary>
    public IReadOnlyList<LogLine> Lines { get; }

    /// <summary>What they tell of, oldest first.</summary>
    public IReadOnlyList<LogMark> Marks { get; }

    /// <summary>Reads the end of a log. A log that is missing has no last words.</summary>
    /// <param name="runFolder">The run folder.</param>
    /// <param name="source">The log in it: <c>logs/backend.log</c>.</param>
    public static ScannedLog Read(string runFolder, string source)
    {
        var lines = new LogTail(Path.Combine(runFolder, source)).Last(LastWords);
        return new(lines, [.. Distinct(Enumerable.Range(0, lines.Count).Select(i => Mark(lines, i, source)).OfType<LogMark>())]);
    }

    /// <summary>The error that the log ends with: the last one that is named by its type, or else the last.</summary>
    public LogMark? LastError =>
        Errors.LastOrDefault(mark => LogPatterns.IsTypedError(mark.Seen.Text)) ?? Errors.LastOrDefault();

    /// <summary>The last marks of a kind that nothing later took back.</summary>
    public IEnumerable<LogMark> Standing(LogMarkKind kind) =>
        Marks.Where(mark => mark.Kind == kind && !After(mark).Any(later => later.Kind == LogMarkKind.Recovery)).Reverse();

    /// <summary>Whether a mark is what the program gave up by, not a mere mention: it is named by its type, or no other error comes after it.</summary>
    public bool IsVerdict(LogMark mark) =>
        IsLastWord(mark) && (LogPatterns.IsTypedError(mark.Seen.Text) || !After(mark).Any(later => IsAnotherError(later, mark)));

    /// <summary>Whether nothing but the traces of its own failure comes after a mark.</summary>
    public bool IsFinal(LogMark mark) =>
        IsLastWord(mark) && !After(mark).Any(later => later.Kind == LogMarkKind.Error && !LogPatterns.IsAftermath(later.Seen.Text));

    /// <summary>Whether no other kind of trouble comes after a mark. What merely reports that something failed is no other kind.</summary>
    public bool IsLastWord(LogMark mark) =>
        !After(mark).Any(later => later.Kind is not (LogMarkKind.Error or LogMarkKind.Recovery) && later.Kind != mark.Kind);

    private IEnumerable<LogMark> Errors => Marks.Where(mark => mark.Kind != LogMarkKind.Recovery);

    private IEnumerable<LogMark> After(LogMark mark) => Marks.Where(later => later.Line > mark.Line);

    // A runtime tells more of an error beneath it, and what runs it reports that it failed: neither is another one.
    private static bool IsAnotherError(LogMark later, LogMark mark) =>
        later.Kind == LogMarkKind.Error
        && (LogPatterns.IsTypedError(later.Seen.Text) || later.Line > mark.Line + Neighbours || !LogPatterns.IsAftermath(later.Seen.Text));

    // A runtime tells one error on several lines: the first is the one to cite.
    private static IEnumerable<LogMark> Distinct(IEnumerable<LogMark> marks)
    {
        LogMark? before = null;
        foreach (var mark in marks)
        {
            var isMore = before is not null && before.Kind == mark.Kind && (mark.Port is null || before.Port == mark.Port) && mark.Line - before.Line <= Neighbours;
            if (!isMore || mark.Kind is LogMarkKind.Error or LogMarkKind.Recovery)
            {
                yield return mark;
            }

            before = mark.Kind is LogMarkKind.Error ? before : mark;
        }
    }

    private static LogMark? Mark(IReadOnlyList<LogLine> lines, int i, string source)
    {
        var (number, text) = (lines[i].Number, lines[i].Text);
        try
        {
            if (i > 0 && LogPatterns.IsFieldRequired(text) && LogPatterns.LoneName(lines[i - 1].Text) is { } field)
            {
                return new(LogMarkKind.MissingVariable, Cite(source, lines[i - 1]), lines[i - 1].Number, field);
            }

            var from = lines.Skip(i).Take(Neighbours).Select(line => line.Text);
            return LogPatterns.KindOf(text) is { } kind ? Mark(kind, Cite(source, lines[i]), number, [.. from]) : null;
        }
        catch (RegexMatchTimeoutException)
        {
            return null; // A line made to keep us busy tells nothing.
        }
    }

    private static LogMark Mark(LogMarkKind kind, Evidence seen, int line, IReadOnlyList<string> from) => kind switch
    {
        LogMarkKind.MissingVariable => new(kind, seen, line, LogPatterns.MissingVariable(from[0])),
        LogMarkKind.UnknownHost => new(kind, seen, line, from.Take(3).Select(LogPatterns.UnknownHostName).FirstOrDefault(name => name is not null)),
        LogMarkKind.AddressInUse when Address(from) is { Port: { } port } address => new(kind, seen, line, address.Host, port),
        LogMarkKind.Refused when Address(from.Take(4)) is { Port: { } port } address => new(kind, seen, line, address.Host, port),
        _ => new(kind, seen, line),
    };

    private static (string? Host, int? Port) Address(IEnumerable<string> from) =>
        from.Select(LogPatterns.Address).FirstOrDefault(address => address.Port is not null);

    private static Evidence Cite(string source, LogLine line) => new($"{source}:{line.Number}", line.Text.Trim());
}
