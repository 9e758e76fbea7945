using System.Text.Json.Serialization;

namespace Octokit;

public class Label
{
    [JsonInclude]
    public string Name { get; private set; }

    [JsonInclude]
    public string Color { get; private set; }

    [JsonInclude]
    public string Description { get; private set; }
}
