using System.Text.Json.Serialization;

namespace Octokit;

public class PullRequest
{
    [JsonInclude]
    public string HtmlUrl { get; private set; }
}
