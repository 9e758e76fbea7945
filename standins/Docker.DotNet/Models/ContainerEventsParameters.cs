namespace Docker.DotNet.Models;

public class ContainerEventsParameters
{
    public string Since { get; set; }

    public string Until { get; set; }

    public IDictionary<string, IDictionary<string, bool>> Filters { get; set; }
}
