namespace GoldenPath.Triage;

/// <summary>An issue as a tracker knows it.</summary>
public sealed record TrackedIssue
{
    /// <summary>Its number; a lower one was made earlier.</summary>
    public required int Number { get; init; }

    /// <summary>Its web page.</summary>
    public required string Url { get; init; }

    /// <summary>Its body.</summary>
    public required string Body { get; init; }

    /// <summary>Whether it is open.</summary>
    public required TrackedState State { get; init; }

    /// <summary>When it was closed; <c>null</c> where it is open.</summary>
    public DateTimeOffset? ClosedAt { get; init; }

    /// <summary>The names of its labels.</summary>
    public IReadOnlyList<string> Labels { get; init; } = [];

    /// <summary>Whether nobody may comment.</summary>
    public bool IsLocked { get; init; }

    /// <summary>The milestone's number; <c>null</c> where it has none. GitHub takes it away unless an update repeats it.</summary>
    public int? Milestone { get; init; }

    /// <summary>The incident it is about; <c>null</c> where it has no marker.</summary>
    public Fingerprint? Fingerprint => IssueMarker.Read(Body);

    /// <summary>What its body remembers.</summary>
    public OccurrenceTable History => OccurrenceTable.Read(Body);

    /// <summary>Whether it has a label.</summary>
    public bool Has(LabelDefinition label) => Labels.Contains(label.Name, StringComparer.OrdinalIgnoreCase);
}
