namespace GoldenPath.Results;

/// <summary>One test of a results file.</summary>
internal sealed record TestCaseResult
{
    /// <summary>The longest name of a test or suite.</summary>
    internal const int NameLimit = 1000;

    /// <summary>Its name, with its class or suite where the runner gives one.</summary>
    public required string Name { get; init; }

    /// <summary>What it is known by when it is run again.</summary>
    internal TestKey Key { get; init; }

    /// <summary>How many failures it tells of, whatever it came to.</summary>
    internal int Failures { get; init; }

    /// <summary>How often it was run again, as it tells itself.</summary>
    internal int Reruns { get; init; }

    /// <summary>Whether it passed when its runner ran it again, as the runner says itself.</summary>
    internal bool IsFlaky { get; init; }

    /// <summary>How it ended.</summary>
    public required TestOutcome Outcome { get; init; }

    /// <summary>The file it is in; <c>null</c> where neither an attribute nor the stack tells.</summary>
    public string? File { get; init; }

    /// <summary>The line in that file; <c>null</c> where it is not known.</summary>
    public int? Line { get; init; }

    /// <summary>When it began; <c>null</c> where the runner does not tell.</summary>
    public DateTimeOffset? Began { get; init; }

    /// <summary>How long it took; <c>null</c> where the runner does not tell.</summary>
    public TimeSpan? Took { get; init; }

    /// <summary>What it said when it failed: at most 4,096 characters.</summary>
    public string Message { get; init; } = "";

    /// <summary>Its stack or further text: at most 8,192 characters.</summary>
    public string Details { get; init; } = "";

    /// <summary>What it wrote to its output: at most 8,192 characters.</summary>
    public string Output { get; init; } = "";
}
