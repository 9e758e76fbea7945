namespace GoldenPath.Configuration;

/// <summary>What the final answer must satisfy; every part that is given.</summary>
internal sealed record AnswerDefinition
{
    /// <summary>A text that it must contain.</summary>
    public string? Contains { get; init; }

    /// <summary>A regular expression that it must match.</summary>
    public string? Matches { get; init; }

    /// <summary>A JSON path into the terminal event's payload. Default: the usual answer fields, or the whole payload.</summary>
    public string? Path { get; init; }
}
