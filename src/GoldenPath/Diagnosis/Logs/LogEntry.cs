using GoldenPath.Services;

namespace GoldenPath.Diagnosis.Logs;

/// <summary>What a program logged as one: a line with what continues it, whatever its format.</summary>
internal sealed record LogEntry
{
    private static readonly Dictionary<string, string> NoFields = [];

    /// <summary>When it says that it was; <c>null</c> where it does not say so.</summary>
    public DateTimeOffset? Time { get; init; }

    /// <summary>How grave it says that it is.</summary>
    public LogLevel Level { get; init; }

    /// <summary>The logger, module or container that it names; <c>null</c> where it names none.</summary>
    public string? Source { get; init; }

    /// <summary>What it says, without what precedes the message.</summary>
    public required string Message { get; init; }

    /// <summary>Its fields, nested names joined by dots: those of JSON and logfmt, and the properties that a runtime prints under an error.</summary>
    public IReadOnlyDictionary<string, string> Fields { get; init; } = NoFields;

    /// <summary>Its lines as a person reads them: the first begins it, the others continue it. Of a structured entry, its message and the texts of its fields.</summary>
    public required IReadOnlyList<LogLine> Lines { get; init; }

    /// <summary>Whether it was written as fields.</summary>
    public bool IsStructured { get; init; }

    /// <summary>The errors that it tells of, the deepest cause first.</summary>
    public IReadOnlyList<RaisedError> Chain => ErrorChain.Of(Lines);

    /// <summary>The number of its first line.</summary>
    public int Number => Lines[0].Number;

    /// <summary>The first of some fields that has a value; names are compared by their last part.</summary>
    public string? Field(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            foreach (var (key, value) in Fields)
            {
                if (value.Length > 0 && key[(key.LastIndexOf('.') + 1)..].Equals(name, StringComparison.OrdinalIgnoreCase))
                {
                    return value;
                }
            }
        }

        return null;
    }
}
