using System.Text.Json.Serialization;

namespace GoldenPath.Runs;

/// <summary>What was done about an incident.</summary>
public sealed record IssueResult
{
    /// <summary>What was done.</summary>
    public IssueAction Action { get; init; } = IssueAction.None;

    /// <summary>Why it was not filed, as the end of a sentence: <c>it waits in the outbox, because …</c>; <c>null</c> where it was, or there is nothing to file.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Why { get; init; }

    /// <summary>The incident's fingerprint, <c>v1:…</c>; <c>null</c> where there is no incident.</summary>
    public string? Fingerprint { get; init; }

    /// <summary>The issue's number; <c>null</c> where there is none.</summary>
    public int? Number { get; init; }

    /// <summary>The issue's address; <c>null</c> where there is none.</summary>
    public string? Url { get; init; }

    /// <summary>The labels it has or would have.</summary>
    public IReadOnlyList<string> Labels { get; init; } = [];
}
