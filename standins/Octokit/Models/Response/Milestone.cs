using System.Text.Json.Serialization;

namespace Octokit;

public class Milestone
{
    [JsonInclude]
    public int Number { get; private set; }
}
