namespace Docker.DotNet.Models;

public class HealthConfig
{
    public IList<string> Test { get; set; }
}
