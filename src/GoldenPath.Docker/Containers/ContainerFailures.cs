using System.Globalization;
using GoldenPath.Docker.Engine;
using GoldenPath.Guard.Leases;
using GoldenPath.Guard.Processes;

namespace GoldenPath.Docker.Containers;

/// <summary>Words what went wrong with a container that was created.</summary>
/// <param name="service">The service that it is, or is part of.</param>
/// <param name="container">What the engine said of it.</param>
/// <param name="host">The host that its ports are published on, where that is another machine; <c>null</c> for this one.</param>
/// <remarks>The end of its log is added by whoever waits for the service.</remarks>
internal sealed class ContainerFailures(string service, ContainerView container, string? host)
{
    private string Short => container.Short;

    /// <summary>The part of a Compose project that it is; nothing for a container of its own.</summary>
    private string Part => container.Label(RunLabels.ComposeService) is { } part && part != service ? $" (Compose service '{part}')" : "";

    /// <summary>What an earlier command kept is no longer there.</summary>
    public static Failure Gone(string service, LeasedResource kept) =>
        new()
        {
            Cause = Causes.ServiceNotStarted,
            Service = service,
            Summary = $"The {kept} of service '{service}', which an earlier command kept, is gone.",
            Remedies = [Remedy.Run("End what is left of it, and start anew.", Stages.Teardown, "SmokeTest")],
        };

    /// <summary>It ended.</summary>
    public Failure Ended(ContainerEnd end) =>
        end switch
        {
            { OutOfMemory: true } => OutOfMemory(end.Code, $"was killed by the kernel for want of memory ({Memory})"),
            { Removed: true } => Exited(
                end,
                "was removed by somebody else",
                new Remedy("Find out who removed it.", $"docker events --since 10m --until 0s --filter container={Short}")
            ),
            { SignalSent: { } signal } => Exited(
                end,
                $"was ended by somebody else, who sent {SignalName(signal)} through the engine",
                new Remedy("Find out who stopped it.", $"docker events --since 10m --until 0s --filter container={Short}")
            ),
            { Signal: { } signal } when Signals.IsCrash(Signals.NameOnLinux(signal)) => Exited(
                end,
                $"crashed with {Signals.NameOnLinux(signal)} (exit code {end.Code})"
            ),
            { Signal: { } signal } => Exited(end, $"ended with {Signals.NameOnLinux(signal)} (exit code {end.Code})"),
            { Code: 0 } => Exited(
                end,
                "ended by itself with exit code 0: its command is done, or went to the background",
                new Remedy("Let the command stay in the foreground.")
            ),
            _ => Exited(end, $"exited with code {end.Code?.ToString(CultureInfo.InvariantCulture) ?? "unknown"}"),
        };

    /// <summary>It dies again and again.</summary>
    public Failure CrashLoop((int Deaths, int? LastCode, bool OutOfMemory, TimeSpan Within) deaths) =>
        deaths.OutOfMemory
            ? OutOfMemory(
                deaths.LastCode,
                $"is killed by the kernel for want of memory again and again ({Memory}): {deaths.Deaths} times in {Seconds(deaths.Within)}"
            )
            : Failure(
                Causes.DockerCrashLoop,
                $"died {deaths.Deaths} times in {Seconds(deaths.Within)} and was restarted each time, last with exit code {deaths.LastCode}",
                [new Evidence("docker events", $"die × {deaths.Deaths} in {Seconds(deaths.Within)}, last exitCode={deaths.LastCode}")],
                [new Remedy("Mend what its log shows; a restart policy only hides it."), Logs]
            );

    /// <summary>Somebody paused it.</summary>
    public Failure Paused() =>
        Failure(
            Causes.DockerUnhealthy,
            "was paused by somebody, and answers nothing until it is unpaused",
            [new Evidence("docker events", "pause, and no unpause")],
            [
                new Remedy(
                    "Let it go on, and find out who paused it.",
                    $"docker unpause {Short}; docker events --since 10m --until 0s --filter container={Short}"
                ),
            ]
        );

    /// <summary>A network was taken away from it.</summary>
    /// <param name="network">The network's name.</param>
    public Failure WithoutNetwork(string network) =>
        Failure(
            Causes.DockerPortNotPublished,
            $"was disconnected from the network '{network}' by somebody while it ran: nothing leads to it any more",
            [new Evidence("docker events", $"network disconnect name={network}")],
            [new Remedy("Find out who disconnected it.", $"docker events --since 10m --until 0s --filter type=network")]
        );

    /// <summary>A process in it was killed for want of memory.</summary>
    public Failure OutOfMemoryInside() =>
        Failure(
            Causes.DockerOutOfMemory,
            $"lost a process in it to the kernel for want of memory ({Memory}); its main process lives on",
            [new Evidence("docker events", $"oom, and no die; limit {container.Memory} bytes")],
            [
                new Remedy("Raise its memory limit, or find what takes the memory."),
                new Remedy("See how much it takes.", "docker stats --no-stream"),
            ]
        );

    /// <summary>Its health check fails.</summary>
    public Failure Unhealthy()
    {
        var last = container.State.Health?.Log?.LastOrDefault();
        var output = last?.Output?.Trim() is { Length: > 0 } text ? text : "(no output)";
        return Failure(
            Causes.DockerUnhealthy,
            $"is unhealthy: its health check failed {container.State.Health?.FailingStreak} times, last with exit code {last?.ExitCode}: {FirstLine(output)}",
            [
                new Evidence(
                    "docker inspect: State.Health",
                    $"{container.State.Health?.Status}, failing streak {container.State.Health?.FailingStreak}, last exit code {last?.ExitCode}: {output}"
                ),
            ],
            [
                new Remedy(
                    "Run the health check by hand, and see its whole log.",
                    $"docker inspect --format '{{{{json .State.Health}}}}' {Short}"
                ),
                Logs,
            ]
        );
    }

    /// <summary>The port is not published, or on an address that localhost does not reach.</summary>
    public Failure? NotPublished(int port)
    {
        var published = container.Ports.Count == 0 ? "none" : string.Join(", ", container.Ports);
        var evidence = new Evidence("docker inspect: NetworkSettings.Ports", published);
        return container.Ports.FirstOrDefault(mapping => mapping.Port == port) switch
        {
            null => Failure(
                Causes.DockerPortNotPublished,
                $"does not publish port {port}; published: {published}",
                [evidence],
                [
                    new Remedy(
                        $"Publish it: ports: [\"{port}:{(container.Ports is [var first, ..] ? first.ContainerPort : port)}\"], with the port inside the container on the right."
                    ),
                    new Remedy("See what is published.", $"docker port {Short}"),
                ]
            ),
            { } elsewhere when !elsewhere.IsReachedAt(host) => Failure(
                Causes.PortWrongInterface,
                $"publishes port {port} on {elsewhere.Address} only, which {(host is null ? "localhost does not reach" : $"is not reached at {host}")}",
                [evidence],
                [
                    host is null
                        ? new Remedy($"Publish it on all addresses or on 127.0.0.1: \"127.0.0.1:{port}:{elsewhere.ContainerPort}\".")
                        : new Remedy($"Publish it on all addresses of {host}: \"{port}:{elsewhere.ContainerPort}\"."),
                ]
            ),
            _ => null,
        };
    }

    /// <summary>Nothing in it listens where the published port leads.</summary>
    /// <param name="port">The published port.</param>
    /// <param name="inside">The port inside the container.</param>
    /// <param name="listening">What listens inside, as address and port.</param>
    public Failure NotListening(int port, int inside, IReadOnlyList<string> listening) =>
        Failure(
            listening.Count == 0 ? Causes.PortNotListening : Causes.PortWrongPort,
            listening.Count == 0
                ? $"runs, but listens on no port inside, while port {port} leads to its port {inside}"
                : $"listens on {string.Join(", ", listening)} inside, while port {port} leads to its port {inside}",
            [new Evidence("sockets inside the container", listening.Count == 0 ? "none listens" : string.Join(", ", listening))],
            [
                listening.Count == 0
                    ? new Remedy("See what it waits for.", $"docker logs {Short}")
                    : new Remedy("Publish the port that it listens on, or let it listen on the published one."),
            ]
        );

    /// <summary>It listens for itself only.</summary>
    public Failure OnlyLoopback(int port, int inside) =>
        Failure(
            Causes.PortWrongInterface,
            $"listens on 127.0.0.1:{inside} inside, which only processes in the container reach; the published port {port} does not lead there",
            [new Evidence("sockets inside the container", $"127.0.0.1:{inside}")],
            [new Remedy($"Let it listen on 0.0.0.0:{inside} inside the container, for example ASPNETCORE_URLS=http://*:{inside}.")]
        );

    private Remedy Logs => new("See all that it wrote.", $"docker logs {Short}");

    private string Memory =>
        container.Memory > 0
            ? $"limit {container.Memory / 1024.0 / 1024:0.#} MiB"
            : "no limit of its own: the machine or the engine has too little";

    private static string SignalName(string number) =>
        int.TryParse(number, CultureInfo.InvariantCulture, out var signal) ? Signals.NameOnLinux(signal) : number;

    private static string Seconds(TimeSpan time) => string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:0.0} s");

    private static string FirstLine(string text) => text.Split('\n')[0].TrimEnd();

    private Failure Exited(ContainerEnd end, string what, params Remedy[] remedies) =>
        Failure(
            Causes.DockerContainerExited,
            what,
            [
                new Evidence(
                    "docker events",
                    $"die exitCode={end.Code}{(end.SignalSent is null ? "" : $", kill signal={end.SignalSent}")}{(end.Removed ? ", destroy" : "")}"
                ),
            ],
            [
                .. remedies,
                new Remedy(
                    "Run it again by hand, and look at its log above.",
                    $"docker run --rm {container.ImageId[..Math.Min(19, container.ImageId.Length)]}"
                ),
            ]
        );

    private Failure OutOfMemory(int? code, string what) =>
        Failure(
            Causes.DockerOutOfMemory,
            what,
            [new Evidence("docker inspect: State.OOMKilled", $"true, exit code {code}, limit {container.Memory} bytes")],
            [
                new Remedy("Raise its memory limit, or find what takes the memory."),
                new Remedy("See how much it takes.", "docker stats --no-stream"),
            ]
        );

    private Failure Failure(string cause, string what, IReadOnlyList<Evidence> evidence, IReadOnlyList<Remedy> remedies) =>
        new()
        {
            Cause = cause,
            Service = service,
            Summary = $"The container of service '{service}'{Part} {what}.",
            Details = [$"- Container: {Short} ({container.Name}), image {container.ImageId}"],
            Evidence = evidence,
            Remedies = remedies,
        };
}
