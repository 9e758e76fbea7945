namespace Docker.DotNet.Models;

public class Config
{
    public string Image { get; set; }

    public IDictionary<string, string> Labels { get; set; }

    public IDictionary<string, EmptyStruct> ExposedPorts { get; set; }

    public HealthConfig Healthcheck { get; set; }

    public bool Tty { get; set; }
}
