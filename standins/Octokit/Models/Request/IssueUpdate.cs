using System.Text.Json.Serialization;

namespace Octokit;

public class IssueUpdate
{
    public string Title { get; set; }

    public string Body { get; set; }

    public ItemState? State { get; set; }

    public ItemStateReason? StateReason { get; set; }

    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public int? Milestone { get; set; }
}
