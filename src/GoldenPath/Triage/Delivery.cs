namespace GoldenPath.Triage;

/// <summary>What is told to a tracker, complete and harmless, so that it can wait in the outbox.</summary>
internal sealed record Delivery
{
    /// <summary>The version of this format.</summary>
    public int Schema { get; init; } = 1;

    /// <summary>What it tells.</summary>
    public required DeliveryKind Kind { get; init; }

    /// <summary>The pipeline's name: a green run closes the incidents of its own pipeline alone.</summary>
    public required string Pipeline { get; init; }

    /// <summary>The run.</summary>
    public required Occurrence Occurrence { get; init; }

    /// <summary>Whether the run tested the default branch, whose passes close issues. Default: yes.</summary>
    public bool IsOnDefaultBranch { get; init; } = true;

    /// <summary>The incident's fingerprint; <c>null</c> for a recovery.</summary>
    public string? Fingerprint { get; init; }

    /// <summary>The title of a new issue.</summary>
    public string Title { get; init; } = "";

    /// <summary>The body of a new issue.</summary>
    public string Body { get; init; } = "";

    /// <summary>The comment of one more occurrence or of the recovery.</summary>
    public string Comment { get; init; } = "";

    /// <summary>The labels of a new issue.</summary>
    public IReadOnlyList<LabelDefinition> Labels { get; init; } = [];

    /// <summary>The name of its file in the outbox: ordered by time, one for each run and incident.</summary>
    public string FileName =>
        $"{Occurrence.At.UtcDateTime:yyyyMMddTHHmmssfff}-{IssueMarker.Slug(Occurrence.RunId)}-{(Fingerprint is null ? "recovery" : IssueMarker.Slug(Fingerprint))}.json";
}
