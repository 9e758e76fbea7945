namespace Docker.DotNet.Models;

public class VolumesCreateParameters
{
    public string Name { get; set; }

    public IDictionary<string, string> Labels { get; set; }
}
