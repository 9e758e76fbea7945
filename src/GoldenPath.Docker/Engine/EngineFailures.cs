namespace GoldenPath.Docker.Engine;

/// <summary>Words what stands between the run and a container engine.</summary>
internal static class EngineFailures
{
    public static PipelineException NoSuchContext(string name, string namedBy) =>
        Unreachable(
            $"Docker's context '{name}', which {namedBy} names, does not exist.",
            new Remedy("See which contexts exist and choose one.", "docker context ls && docker context use default")
        );

    public static PipelineException MalformedAddress(string host, string source) =>
        Unreachable(
            $"'{host}', which {source} gives as Docker's address, is none that can be used: unix://, npipe://, tcp:// and https:// can.",
            host.StartsWith("ssh://", StringComparison.Ordinal)
                ? new Remedy(
                    "Forward the engine's socket, and name the local end.",
                    "ssh -nNT -L /tmp/docker.sock:/var/run/docker.sock HOST & export DOCKER_HOST=unix:///tmp/docker.sock"
                )
                : new Remedy("Correct it, or unset it to take the default socket.", "unset DOCKER_HOST")
        );

    public static PipelineException IncompleteAddress(string host, string source, string lacking) =>
        Unreachable(
            $"'{host}', which {source} gives as Docker's address, cannot be used: {lacking}.",
            new Remedy(
                "Complete it, or unset it to take the default socket.",
                source == "DOCKER_HOST" ? "unset DOCKER_HOST" : "docker context ls"
            )
        );

    public static PipelineException BrokenCertificates(LocatedEngine address, string reason) =>
        Unreachable(
            $"The TLS files in {address.Certificates} for the Docker engine at {address} ({address.Source}) cannot be used: {reason}.",
            new Remedy("Put ca.pem, cert.pem and key.pem there, or correct DOCKER_CERT_PATH.", $"ls -l {address.Certificates}")
        );

    public static PipelineException NobodyThere(LocatedEngine address, string reason) =>
        Unreachable($"No Docker engine answers at {address} ({address.Source}): {reason}.", [.. Remedies(address)]);

    public static PipelineException NoEngine(LocatedEngine address, string answer) =>
        Unreachable(
            $"What answers at {address} ({address.Source}) is no Docker engine: {answer}.",
            new Remedy("Correct the address, or unset it to take the default socket.", "unset DOCKER_HOST")
        );

    public static PipelineException TooNew(LocatedEngine address, string engine, Version minimum) =>
        Unreachable(
            $"The Docker engine {engine} at {address} ({address.Source}) speaks no API version below {minimum}, and this program none above {EngineConnection.Newest}.",
            new Remedy("Take a newer GoldenPath, or an engine that still speaks an older version.")
        );

    public static PipelineException Denied(LocatedEngine address) =>
        new(
            new Failure
            {
                Cause = Causes.DockerPermissionDenied,
                Summary =
                    $"User '{Environment.UserName}' may not use the Docker engine at {address} ({address.Source}): permission denied.",
                Evidence = [new Evidence(address.ToString(), "connect: permission denied (EACCES)")],
                Remedies =
                [
                    new Remedy(
                        "Add the user to the group that owns the socket, then log in again.",
                        $"sudo usermod -aG docker {Environment.UserName} && newgrp docker"
                    ),
                    new Remedy("Or use an engine of the user's own.", "dockerd-rootless-setuptool.sh install"),
                ],
            }
        );

    /// <summary>The engine went away while a service ran.</summary>
    public static Failure Lost(LocatedEngine address, string service, string reason) =>
        new()
        {
            Cause = Causes.DockerUnreachable,
            Service = service,
            Summary = $"The Docker engine at {address} ({address.Source}) stopped answering while service '{service}' ran: {reason}.",
            Evidence = [new Evidence(address.ToString(), reason)],
            Remedies =
            [
                new Remedy(
                    "See why the engine stopped, and start it again.",
                    "sudo journalctl -u docker --since -10min; sudo systemctl start docker"
                ),
            ],
        };

    /// <summary>The engine was told to end, and stopped its containers.</summary>
    public static Failure Ended(LocatedEngine address, string service) =>
        new()
        {
            Cause = Causes.DockerUnreachable,
            Service = service,
            Summary =
                $"The Docker engine at {address} ({address.Source}) was shut down while service '{service}' ran: it stopped its containers, and takes no connections any more.",
            Evidence = [new Evidence(address.ToString(), "the engine ended its containers by a signal, and answers no more")],
            Remedies =
            [
                new Remedy(
                    "Find out who stopped the engine, and start it again.",
                    "sudo journalctl -u docker --since -10min; sudo systemctl start docker"
                ),
            ],
        };

    private static PipelineException Unreachable(string summary, params Remedy[] remedies) =>
        new(
            new Failure
            {
                Cause = Causes.DockerUnreachable,
                Summary = summary,
                Evidence = [new Evidence("docker engine", summary)],
                Remedies = remedies,
            }
        );

    private static IEnumerable<Remedy> Remedies(LocatedEngine address)
    {
        if (address.Source == "DOCKER_HOST")
        {
            yield return new Remedy("Correct DOCKER_HOST, or unset it to take the context or the default socket.", "unset DOCKER_HOST");
        }

        if (address.Source.StartsWith("context", StringComparison.Ordinal))
        {
            yield return new Remedy("Start the engine of this context, or choose another one.", "docker context use default");
        }

        yield return address.IsLocal
            ? new Remedy(
                "Start Docker, or install it.",
                OperatingSystem.IsLinux() ? "sudo systemctl start docker || sudo apt-get install docker.io" : "docker desktop start"
            )
            : new Remedy("Start the engine there, and let it listen on this address.");
        yield return Remedy.Run("Or run the services as processes, which needs no Docker.", "SmokeTest --config goldenpath.yml");
    }
}
