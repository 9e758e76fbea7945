using System.Text.Json.Serialization;

namespace Octokit;

public class IssueComment
{
    [JsonInclude]
    public long Id { get; private set; }

    [JsonInclude]
    public string Body { get; private set; }
}
