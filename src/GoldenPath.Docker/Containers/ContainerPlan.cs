using Docker.DotNet.Models;
using GoldenPath.Configuration;
using GoldenPath.Docker.Engine;
using GoldenPath.Services;

namespace GoldenPath.Docker.Containers;

/// <summary>A container to create: what is declared, every placeholder filled in.</summary>
internal sealed class ContainerPlan
{
    private readonly ServiceStart _start;
    private readonly ContainerHostDefinition _host;
    private readonly IReadOnlyList<PortMapping> _ports;
    private readonly IReadOnlyList<VolumeMapping> _volumes;
    private readonly IReadOnlyDictionary<string, string> _environment;
    private readonly IReadOnlyList<string> _command;

    private ContainerPlan(
        ServiceStart start,
        string? image,
        IReadOnlyList<PortMapping> ports,
        IReadOnlyList<VolumeMapping> volumes,
        IReadOnlyDictionary<string, string> environment,
        IReadOnlyList<string> command
    )
    {
        (_start, _host, Image) = (start, (ContainerHostDefinition)start.Service.Host, image);
        (_ports, _volumes, _environment, _command) = (ports, volumes, environment, command);
    }

    /// <summary>The image's name; <c>null</c> where it is only built.</summary>
    public string? Image { get; }

    /// <summary>The volumes of this run that it mounts, by their names in the engine.</summary>
    public IEnumerable<string> VolumeNames =>
        _volumes.Where(volume => volume.Source is not null && !volume.IsPath).Select(NameOf).Distinct();

    /// <summary>Fills in the placeholders of what a service declares.</summary>
    /// <exception cref="PipelineException">A port or volume makes no sense with them.</exception>
    public static async Task<ContainerPlan> FillAsync(ServiceStart start, CancellationToken cancellationToken)
    {
        var host = (ContainerHostDefinition)start.Service.Host;
        var environment = new Dictionary<string, string>();
        foreach (var (name, value) in host.Environment)
        {
            environment[name] = await start.Fill(value, cancellationToken);
        }

        return new ContainerPlan(
            start,
            host.Image is { } image ? await start.Fill(image, cancellationToken) : null,
            await FillAsync(start, host.Ports, "port", PortMapping.TryParse, cancellationToken),
            await FillAsync(start, host.Volumes, "volume", VolumeMapping.TryParse, cancellationToken),
            environment,
            await FillAsync(start, host.Command, "word", text => text, cancellationToken)
        );
    }

    /// <summary>What the engine is asked for.</summary>
    /// <param name="image">The image that was provided.</param>
    /// <param name="network">The name of the run's network.</param>
    public CreateContainerParameters Parameters(string image, string network) =>
        new()
        {
            Name = $"goldenpath-{_start.Folder.RunId}-{_start.Service.Name}",
            Image = image,
            OpenStdin = _start.Service.OpenInput,
            Cmd = _command.Count == 0 ? null : [.. _command],
            Env = [.. _environment.Select(variable => $"{variable.Key}={variable.Value}")],
            Labels = new Dictionary<string, string>(RunLabels.Of(_start))
            {
                [RunLabels.Grace] = $"{(long)_host.Stop.Grace.TotalMilliseconds}",
            },
            StopSignal = _host.Stop.Signal == new StopDefinition().Signal ? null : _host.Stop.Signal, // The image knows its own.
            ExposedPorts = _ports.Select(Inside).Distinct().ToDictionary(port => port, _ => default(EmptyStruct)),
            HostConfig = new HostConfig
            {
                NetworkMode = network,
                PortBindings = _ports
                    .GroupBy(Inside)
                    .ToDictionary(group => group.Key, group => (IList<PortBinding>)[.. group.Select(Binding)]),
                Binds = [.. _volumes.Select(Bind)],
                ExtraHosts = ["host.docker.internal:host-gateway"],
                Memory = _host.Memory ?? 0,
                MemorySwap = _host.Memory ?? 0, // As much as the memory itself means: no swap on top.
            },
            NetworkingConfig = new NetworkingConfig
            {
                EndpointsConfig = new Dictionary<string, EndpointSettings> { [network] = new() { Aliases = [_start.Service.Name] } },
            },
        };

    private static async Task<List<T>> FillAsync<T>(
        ServiceStart start,
        IEnumerable<string> texts,
        string what,
        Func<string, T?> parse,
        CancellationToken cancellationToken
    )
        where T : class
    {
        var read = new List<T>();
        foreach (var text in texts)
        {
            var filled = await start.Fill(text, cancellationToken);
            read.Add(parse(filled) ?? throw Unreadable(start, what, filled));
        }

        return read;
    }

    private static PipelineException Unreadable(ServiceStart start, string what, string text) =>
        new(
            new Failure
            {
                Cause = Causes.Unknown,
                Kind = FailureKind.Misconfigured,
                Service = start.Service.Name,
                Summary = $"Service '{start.Service.Name}': '{text}' is no {what} of a container.",
                Remedies = [new Remedy("Write ports as [address:][host:]container[/protocol], volumes as source:/target[:ro].")],
            }
        );

    private static string Inside(PortMapping port) => $"{port.ContainerPort}/{port.Protocol}";

    private PortBinding Binding(PortMapping port)
    {
        // The mapping of the service's own port follows the port that was chosen for this run.
        var chosen = port.HostPort == _start.Service.Port ? _start.Port ?? port.HostPort : port.HostPort;
        return new PortBinding
        {
            HostIP = port.Address,
            HostPort = chosen == 0 ? "" : chosen.ToString(System.Globalization.CultureInfo.InvariantCulture),
        };
    }

    private string Bind(VolumeMapping volume)
    {
        var mode = volume.Mode.Length == 0 ? "" : ":" + volume.Mode;
        return volume.Source is null ? volume.Target : $"{(volume.IsPath ? PathOf(volume.Source) : NameOf(volume))}:{volume.Target}{mode}";
    }

    private string PathOf(string source) =>
        source.StartsWith('~')
            ? Environment.GetFolderPath(Environment.SpecialFolder.UserProfile) + source[1..]
            : Path.GetFullPath(source, _host.Directory);

    private string NameOf(VolumeMapping volume) => $"goldenpath-{_start.Folder.RunId}-{volume.Source}";
}
