namespace Docker.DotNet.Models;

public class HostConfig
{
    public string NetworkMode { get; set; }

    public IDictionary<string, IList<PortBinding>> PortBindings { get; set; }

    public IList<string> Binds { get; set; }

    public IList<string> ExtraHosts { get; set; }

    public long Memory { get; set; }

    public long MemorySwap { get; set; }

    public RestartPolicy RestartPolicy { get; set; }
}
