namespace Docker.DotNet.Models;

public class ContainerExecCreateParameters
{
    public bool AttachStdout { get; set; }

    public bool AttachStderr { get; set; }

    public IList<string> Cmd { get; set; }
}
