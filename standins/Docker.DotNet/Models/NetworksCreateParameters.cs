namespace Docker.DotNet.Models;

public class NetworksCreateParameters
{
    public string Name { get; set; }

    public bool CheckDuplicate { get; set; }

    public IDictionary<string, string> Labels { get; set; }
}
