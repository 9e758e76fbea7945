using System.Text.Json.Serialization;

namespace Octokit;

public class Issue
{
    [JsonInclude]
    public int Number { get; private set; }

    [JsonInclude]
    public string HtmlUrl { get; private set; }

    [JsonInclude]
    public string Title { get; private set; }

    [JsonInclude]
    public string Body { get; private set; }

    [JsonInclude]
    public StringEnum<ItemState> State { get; private set; }

    [JsonInclude]
    public StringEnum<ItemStateReason>? StateReason { get; private set; }

    [JsonInclude]
    public DateTimeOffset CreatedAt { get; private set; }

    [JsonInclude]
    public DateTimeOffset? UpdatedAt { get; private set; }

    [JsonInclude]
    public DateTimeOffset? ClosedAt { get; private set; }

    [JsonInclude]
    public bool Locked { get; private set; }

    [JsonInclude]
    public IReadOnlyList<Label> Labels { get; private set; }

    [JsonInclude]
    public Milestone Milestone { get; private set; }

    [JsonInclude]
    public PullRequest PullRequest { get; private set; }
}
