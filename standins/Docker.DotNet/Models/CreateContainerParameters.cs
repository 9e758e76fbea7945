using System.Text.Json.Serialization;

namespace Docker.DotNet.Models;

public class CreateContainerParameters
{
    [JsonIgnore] // Goes into the query.
    public string Name { get; set; }

    public string Image { get; set; }

    public IList<string> Cmd { get; set; }

    public IList<string> Env { get; set; }

    public IDictionary<string, string> Labels { get; set; }

    public IDictionary<string, EmptyStruct> ExposedPorts { get; set; }

    public string StopSignal { get; set; }

    public HostConfig HostConfig { get; set; }

    public NetworkingConfig NetworkingConfig { get; set; }

    public HealthConfig Healthcheck { get; set; }
}
