namespace GoldenPath.Configuration;

/// <summary>Runs a test command and reads the results that it writes.</summary>
internal sealed record CommandStep : SmokeStep
{
    /// <summary>The executable and its arguments; never passed through a shell.</summary>
    public required IReadOnlyList<string> Command { get; init; }

    /// <summary>A glob for its results, TRX or JUnit XML.</summary>
    public required string Results { get; init; }

    /// <summary>The full path of its working directory. Default: the file's folder.</summary>
    public required string Directory { get; init; }

    /// <summary>Variables set on top of the inherited environment.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>();

    /// <summary>How long it may take; <c>null</c>: what is left of the run's budget.</summary>
    public TimeSpan? Timeout { get; init; }

    /// <summary>The line of the file that declares it.</summary>
    public int Line { get; init; }
}
