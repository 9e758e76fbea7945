using Docker.DotNet.Internal;

namespace Docker.DotNet;

public sealed class DockerClient : IDockerClient
{
    private readonly EngineRequests _requests;

    internal DockerClient(DockerClientConfiguration configuration, Version version)
    {
        Configuration = configuration;
        var (handler, address) = EngineTransport.Open(configuration);
        _requests = new EngineRequests(configuration, configuration.Credentials.GetHandler(handler), address, version);
        Containers = new ContainerOperations(_requests);
        Exec = new ExecOperations(_requests);
        Images = new ImageOperations(_requests);
        Networks = new NetworkOperations(_requests);
        System = new SystemOperations(_requests);
        Volumes = new VolumeOperations(_requests);
    }

    public DockerClientConfiguration Configuration { get; }

    public TimeSpan DefaultTimeout { get => _requests.Timeout; set => _requests.Timeout = value; }

    public IContainerOperations Containers { get; }

    public IExecOperations Exec { get; }

    public IImageOperations Images { get; }

    public INetworkOperations Networks { get; }

    public ISystemOperations System { get; }

    public IVolumeOperations Volumes { get; }

    public void Dispose()
    {
        _requests.Dispose();
        Configuration.Dispose();
    }
}
