using System.Globalization;
using Docker.DotNet.Models;

namespace GoldenPath.Docker.Containers;

/// <summary>What the engine says of a container, in the terms that the run asks in.</summary>
internal sealed class ContainerView(ContainerInspectResponse inspected)
{
    /// <summary>The container's full id.</summary>
    public string Id => inspected.ID;

    /// <summary>Its name, without the leading slash.</summary>
    public string Name => inspected.Name.TrimStart('/');

    /// <summary>The process id of its main process, in the engine's own name space; 0 where it does not run.</summary>
    public int Pid => (int)inspected.State.Pid;

    /// <summary>Its state.</summary>
    public ContainerState State => inspected.State;

    /// <summary>Whether its output is a terminal's.</summary>
    public bool HasTerminal => inspected.Config.Tty;

    /// <summary>The memory that it may use, in bytes; 0 for no limit.</summary>
    public long Memory => inspected.HostConfig.Memory;

    /// <summary>Whether it shares this machine's ports, so that none is published.</summary>
    public bool SharesHostNetwork => inspected.HostConfig.NetworkMode == "host";

    /// <summary>The image that it runs.</summary>
    public string ImageId => inspected.Image;

    /// <summary>Whether its image or its declaration checks its health.</summary>
    public bool ChecksHealth => inspected.State.Health is { Status: not ("" or "none") };

    /// <summary>How many deaths in a row are one too many; 1 where nothing restarts it.</summary>
    public int DeathsAllowed =>
        inspected.HostConfig.RestartPolicy?.Name switch
        {
            RestartPolicyKind.Always or RestartPolicyKind.UnlessStopped => 2,
            RestartPolicyKind.OnFailure when inspected.HostConfig.RestartPolicy.MaximumRetryCount is var most and > 0 => (int)
                Math.Min(2, most),
            RestartPolicyKind.OnFailure => 2,
            _ => 0,
        };

    /// <summary>Whether a good end is final although others are not.</summary>
    public bool RestartsOnFailureOnly => inspected.HostConfig.RestartPolicy?.Name == RestartPolicyKind.OnFailure;

    /// <summary>The addresses that it has on the engine's networks.</summary>
    public IEnumerable<string> Addresses =>
        (inspected.NetworkSettings.Networks?.Values ?? [])
            .Select(network => network.IPAddress)
            .Where(address => address is { Length: > 0 });

    /// <summary>The value of a label; <c>null</c> where it has no such label.</summary>
    public string? Label(string name) => inspected.Config.Labels is { } labels && labels.TryGetValue(name, out var value) ? value : null;

    /// <summary>Everything that tells how it is, one fact a line.</summary>
    public IEnumerable<string> Facts =>
        [
            $"container {Short} name: {Name}",
            $"container {Short} image: {ImageId}",
            $"container {Short} state: {State.Status}, started {State.StartedAt}, finished {State.FinishedAt}",
            $"container {Short} exit code: {State.ExitCode}",
            $"container {Short} killed for want of memory: {(State.OOMKilled ? "yes" : "no")}",
            $"container {Short} memory limit: {(Memory > 0 ? $"{Memory} bytes" : "none")}",
            $"container {Short} restarts: {inspected.RestartCount}, policy {inspected.HostConfig.RestartPolicy?.Name}",
            .. State.Error is { Length: > 0 } error ? new[] { $"container {Short} error: {error}" } : [],
            .. ChecksHealth
                ? new[] { $"container {Short} health: {State.Health.Status}, failing streak {State.Health.FailingStreak}" }
                : [],
            .. (State.Health?.Log ?? []).Select(check =>
                $"container {Short} health check {check.Start:HH:mm:ss.fff}: exit code {check.ExitCode}: {check.Output?.Trim()}"
            ),
            $"container {Short} ports: {(Ports.Count == 0 ? "none published" : string.Join(", ", Ports))}",
        ];

    /// <summary>The beginning of its id, as Docker's own programs show it.</summary>
    public string Short => Id[..12];

    /// <summary>The ports that are published now, as the engine has bound them.</summary>
    public IReadOnlyList<PublishedPort> Ports { get; } =
    [
        .. from port in inspected.NetworkSettings.Ports ?? new Dictionary<string, IList<PortBinding>>()
        from binding in port.Value ?? []
        where port.Key.EndsWith("/tcp", StringComparison.Ordinal)
        select new PublishedPort(binding.HostIP, Number(binding.HostPort), Number(port.Key[..^"/tcp".Length])),
    ];

    private static int Number(string text) => int.TryParse(text, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
