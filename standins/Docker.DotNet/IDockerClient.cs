namespace Docker.DotNet;

public interface IDockerClient : IDisposable
{
    DockerClientConfiguration Configuration { get; }

    TimeSpan DefaultTimeout { get; set; }

    IContainerOperations Containers { get; }

    IExecOperations Exec { get; }

    IImageOperations Images { get; }

    INetworkOperations Networks { get; }

    ISystemOperations System { get; }

    IVolumeOperations Volumes { get; }
}
