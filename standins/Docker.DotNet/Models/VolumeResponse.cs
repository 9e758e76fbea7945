namespace Docker.DotNet.Models;

public class VolumeResponse
{
    public string Name { get; set; }

    public IDictionary<string, string> Labels { get; set; }
}
