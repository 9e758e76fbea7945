using System.Text.Json.Serialization;

namespace Docker.DotNet.Models;

public class NetworkResponse
{
    [JsonPropertyName("Id")]
    public string ID { get; set; }

    public string Name { get; set; }

    public IDictionary<string, string> Labels { get; set; }
}
