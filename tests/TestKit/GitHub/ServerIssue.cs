using System.Collections.Immutable;

namespace GoldenPath.TestKit.GitHub;

/// <summary>An issue as the server keeps it.</summary>
public sealed record ServerIssue(int Number, string Title, string Body, DateTimeOffset CreatedAt)
{
    public bool IsOpen { get; init; } = true;

    public string? StateReason { get; init; }

    public DateTimeOffset UpdatedAt { get; init; } = CreatedAt;

    public DateTimeOffset? ClosedAt { get; init; }

    public ImmutableList<string> Labels { get; init; } = [];

    public ImmutableList<string> Comments { get; init; } = [];

    public int? Milestone { get; init; }

    public bool IsLocked { get; init; }

    public bool IsPullRequest { get; init; }
}
