using System.Text.Json.Serialization;

namespace Docker.DotNet.Models;

public class VersionResponse
{
    public string Version { get; set; }

    [JsonPropertyName("ApiVersion")]
    public string APIVersion { get; set; }

    public string MinAPIVersion { get; set; }

    public string Os { get; set; }

    public string Arch { get; set; }
}
