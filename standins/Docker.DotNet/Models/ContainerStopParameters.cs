namespace Docker.DotNet.Models;

public class ContainerStopParameters
{
    public uint? WaitBeforeKillSeconds { get; set; }
}
