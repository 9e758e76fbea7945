using GoldenPath.Diagnosis.Logs;
using GoldenPath.Services;

namespace GoldenPath.Diagnosis.Signs;

/// <summary>An entry of a log that tells something.</summary>
/// <param name="Kind">What it tells of.</param>
/// <param name="Source">The log: <c>logs/backend.log</c>.</param>
/// <param name="Entry">The entry.</param>
/// <param name="Line">The line of it that tells so.</param>
internal sealed record Sign(SignKind Kind, string Source, LogEntry Entry, LogLine Line)
{
    private const int MostCited = 5;
    private const int Longest = 200;

    /// <summary>What it is told of: a variable, a module, a host, a file; <c>null</c> where it names none.</summary>
    public string? Subject { get; init; }

    /// <summary>All that it is told of, where it names several.</summary>
    public IReadOnlyList<string> Subjects { get; init; } = [];

    /// <summary>The host that it names; <c>null</c> where it names none.</summary>
    public string? Host { get; init; }

    /// <summary>The port that it names; <c>null</c> where it names none.</summary>
    public int? Port { get; init; }

    /// <summary>How grave it is, whoever calls it what.</summary>
    public Gravity Gravity { get; init; }

    /// <summary>Its place among the entries.</summary>
    public int Index { get; init; }

    /// <summary>Where it stands, and what it says.</summary>
    public Evidence Seen => new($"{Source}:{Line.Number}", Line.Text.Trim());

    /// <summary>What it says, bounded. A banner announces, and what it is about stands under it.</summary>
    public string Says
    {
        get
        {
            var text = char.IsLetterOrDigit(Seen.Text.FirstOrDefault('x')) ? Seen.Text : string.Join(' ', Cited.Select(seen => seen.Text));
            return text.Length > Longest ? text[..Longest] + "…" : text;
        }
    }

    /// <summary>The same, with the line that begins the entry and the other errors of its chain: what a person needs to read of it.</summary>
    public IReadOnlyList<Evidence> Cited =>
        [
            .. Entry
                .Chain.Select(raised => raised.Line)
                .Prepend(Entry.Lines[0])
                .Prepend(Line)
                .Concat(Next)
                .DistinctBy(line => (line.Number, line.Text))
                .Take(MostCited)
                .Select(line => new Evidence($"{Source}:{line.Number}", line.Text.Trim())),
        ];

    // What a line announces, or a name alone is told.
    private IEnumerable<LogLine> Next =>
        Entry
            .Lines.SkipWhile(line => line != Line)
            .Skip(1)
            .Where(line => Entry.IsStructured ? line.Text.Contains(' ', StringComparison.Ordinal) : !Manner.IsTrace(line.Text))
            .Take(3);

    /// <summary>Whether it tells more than that something went wrong.</summary>
    public bool IsSpecific => Kind is not (SignKind.Error or SignKind.Recovery);
}
