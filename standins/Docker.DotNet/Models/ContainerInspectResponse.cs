using System.Text.Json.Serialization;

namespace Docker.DotNet.Models;

public class ContainerInspectResponse
{
    [JsonPropertyName("Id")]
    public string ID { get; set; }

    public string Name { get; set; }

    public string Image { get; set; }

    public long RestartCount { get; set; }

    public ContainerState State { get; set; }

    public Config Config { get; set; }

    public HostConfig HostConfig { get; set; }

    public NetworkSettings NetworkSettings { get; set; }

    public IList<MountPoint> Mounts { get; set; }
}
