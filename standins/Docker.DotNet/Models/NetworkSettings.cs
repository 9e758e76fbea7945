namespace Docker.DotNet.Models;

public class NetworkSettings
{
    public IDictionary<string, IList<PortBinding>> Ports { get; set; }

    public IDictionary<string, EndpointSettings> Networks { get; set; }
}
