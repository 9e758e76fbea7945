using System.Text.Json.Serialization;

namespace Docker.DotNet.Models;

public class ContainerListResponse
{
    [JsonPropertyName("Id")]
    public string ID { get; set; }

    public IList<string> Names { get; set; }

    public string Image { get; set; }

    public string ImageID { get; set; }

    public string State { get; set; }

    public string Status { get; set; }

    public IDictionary<string, string> Labels { get; set; }

    public IList<Port> Ports { get; set; }
}
