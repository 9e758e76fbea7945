namespace Docker.DotNet.Models;

public class ImageBuildParameters
{
    public string Dockerfile { get; set; }

    public IList<string> Tags { get; set; }

    public string Target { get; set; }

    public IDictionary<string, string> BuildArgs { get; set; }

    public IDictionary<string, string> Labels { get; set; }

    public bool? Remove { get; set; }

    public bool? ForceRemove { get; set; }
}
