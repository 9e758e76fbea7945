namespace Docker.DotNet.Models;

public class EndpointSettings
{
    public IList<string> Aliases { get; set; }

    public string NetworkID { get; set; }

    public string IPAddress { get; set; }
}
