namespace GoldenPath;

/// <summary>Why a run broke.</summary>
public sealed record DiagnosisResult
{
    /// <summary>A name from <see cref="Causes"/>.</summary>
    public required Cause Cause { get; init; }

    /// <summary>How sure that is.</summary>
    public required Certainty Certainty { get; init; }

    /// <summary>One line for a person.</summary>
    public required string Summary { get; init; }

    /// <summary>From what the user saw to what to change, each step with its evidence.</summary>
    public IReadOnlyList<Why> Chain { get; init; } = [];

    /// <summary>The causes that the evidence excludes.</summary>
    public IReadOnlyList<string> RuledOut { get; init; } = [];

    /// <summary>What mends it.</summary>
    public IReadOnlyList<Remedy> Remedies { get; init; } = [];
}
