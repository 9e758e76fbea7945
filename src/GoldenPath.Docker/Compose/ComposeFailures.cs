using System.Globalization;
using System.Text.RegularExpressions;
using GoldenPath.Docker.Containers;
using GoldenPath.Docker.Engine;
using GoldenPath.Readiness;
using GoldenPath.Services;

namespace GoldenPath.Docker.Compose;

/// <summary>Words why Docker Compose did not bring a project up.</summary>
/// <param name="service">The service.</param>
/// <param name="log">The end of Compose's output.</param>
/// <param name="logName">Where that is, relative to the run folder.</param>
/// <param name="oldVersion">The version of a Compose v1 that was used; <c>null</c> for a newer one.</param>
/// <param name="host">The machine whose ports are published, where that is another one; <c>null</c> for this one.</param>
internal sealed partial class ComposeFailures(
    string service,
    IReadOnlyList<LogLine> log,
    string logName,
    string? oldVersion = null,
    string? host = null
)
{
    private const int ShownLines = 12;

    private string Text => string.Join('\n', log.Select(line => line.Text));

    /// <summary>Neither form of Compose is there.</summary>
    /// <param name="service">The service that needs it; <c>null</c> where no run has begun.</param>
    public static PipelineException NotInstalled(string? service = null) =>
        new(
            new Failure
            {
                Cause = Causes.ExecutableMissing,
                Service = service,
                Summary =
                    $"{(service is null ? "A run" : $"Service '{service}'")} needs Docker Compose: neither 'docker compose' nor 'docker-compose' is installed.",
                Remedies = [new Remedy("Install it.", "sudo apt-get install docker-compose-plugin || sudo apt-get install docker-compose")],
            }
        );

    /// <summary>The name and holder that a fixed <c>container_name</c> ran into; <c>null</c> where that was not the trouble.</summary>
    public (string Name, string Id)? NameClash =>
        Clash().Match(Text) is { Success: true } match ? (match.Groups["name"].Value, match.Groups["id"].Value) : null;

    /// <summary>The port that could not be published because it is taken; <c>null</c> where that was not the trouble.</summary>
    public int? TakenPort =>
        Port().Match(Text) is { Success: true } port ? int.Parse(port.Groups["port"].Value, CultureInfo.InvariantCulture) : null;

    /// <summary>The project itself has published the port already: one port of a machine leads to one container.</summary>
    /// <param name="port">The port.</param>
    /// <param name="holder">The container that has it.</param>
    public PipelineException PublishedTwice(int port, ContainerView holder) =>
        Fail(
            Causes.DockerComposeInvalid,
            $"port {port} is to be published more than once: container {holder.Id[..12]} (Compose service '{holder.Label(RunLabels.ComposeService)}') of the same project has it already, and one port leads to one container",
            [
                new Remedy(
                    $"Where a service has replicas ('scale', 'deploy: {{ replicas }}'), let one proxy in front of them publish the port, publish a range (\"{port}-{port + 1}:…\"), or run one replica here."
                ),
            ]
        );

    /// <summary>A fixed <c>container_name</c> is taken.</summary>
    /// <param name="name">The name.</param>
    /// <param name="holder">Who has it; <c>null</c> where that is gone meanwhile.</param>
    public PipelineException Taken(string name, ContainerView? holder) =>
        Fail(
            Causes.DockerComposeInvalid,
            $"the Compose file fixes container_name '{name}', which {Describe(holder)} has; it is not touched",
            [
                holder?.Label(RunLabels.ComposeProject) is { } project
                    ? new Remedy("End that project, if it is yours.", $"docker compose --project-name {project} down")
                    : new Remedy("Remove that container, if it is yours.", $"docker rm --force {holder?.Id[..12] ?? name}"),
                new Remedy(
                    "Or take container_name out of the Compose file: Compose then names containers after the project, so that several can run."
                ),
            ]
        );

    /// <summary>Anything else, by what Compose said last.</summary>
    public PipelineException Other()
    {
        var text = Text;
        var last = ComposeSentence.Of(log) ?? "it said nothing";
        return EngineErrors.DiskFull(service, text) is { } full && text.Contains("no space left", StringComparison.OrdinalIgnoreCase)
                ? new PipelineException(full)
            : TakenPort is { } port ? PortTaken(port, last)
            : oldVersion is not null && ComposeSentence.ConcernsNewerFile(last) ? NeedsNewer(last)
            : Variable().IsMatch(text)
                ? Fail(
                    Causes.MissingVariable,
                    $"a variable of the Compose file has no value: {last}",
                    [new Remedy("Set it in the environment, under 'environment:', or in an env-file.")]
                )
            : Image().Match(text) is { Success: true } image ? ImageFailures.Missing(service, image.Groups["image"].Value, last)
            : Build().IsMatch(text)
                ? Fail(
                    Causes.DockerBuildFailed,
                    $"an image of the Compose project could not be built: {last}",
                    [new Remedy("Build it by hand, and mend what the output shows.", "docker compose build")]
                )
            : Fail(
                Causes.DockerComposeInvalid,
                last,
                [new Remedy("See what Compose makes of the file.", $"{(oldVersion is null ? "docker compose" : "docker-compose")} config")]
            );
    }

    /// <summary>The file, or how it is used, asks for what Compose v1 does not have.</summary>
    /// <param name="what">What that is.</param>
    public PipelineException NeedsNewer(string what) =>
        Fail(
            Causes.DockerComposeInvalid,
            $"it needs Compose v2. 'docker compose', a plugin of docker, was looked for and is not there; 'docker-compose' on the PATH is version {oldVersion}. {what}",
            [new Remedy("Install Compose v2.", "sudo apt-get install docker-compose-plugin || sudo apt-get install docker-compose-v2")]
        );

    private static string Describe(ContainerView? holder) =>
        holder is null
            ? "another container"
            : $"container {holder.Id[..12]} ({holder.State.Status}{(holder.Label(RunLabels.ComposeProject) is { } project ? $", project '{project}'" : "")})";

    private PipelineException PortTaken(int port, string last) =>
        host is null && new PortCheck().Find(service, port) is { } failure
            ? new PipelineException(failure)
            : Fail(
                Causes.PortInUse,
                $"port {port}{(host is null ? "" : $" of {host}")} is in use: {last}",
                [PortCommands.SeeWhoHolds(port), new Remedy("Or which container publishes it.", $"docker ps --filter publish={port}")]
            );

    private PipelineException Fail(string cause, string what, IReadOnlyList<Remedy> remedies) =>
        new(
            new Failure
            {
                Cause = cause,
                Service = service,
                Summary = $"Docker Compose could not bring up service '{service}': {what.TrimEnd('.')}.",
                Details = [.. log.TakeLast(ShownLines).Select(line => "    " + line.Text)],
                Evidence =
                [
                    .. log.Where(line => !ComposeSentence.IsAside(line.Text))
                        .TakeLast(ShownLines)
                        .Select(line => new Evidence($"{logName}:{line.Number}", line.Text)),
                ],
                Remedies = remedies,
            }
        );

    [GeneratedRegex("container name \\\\?\"/?(?<name>[^\"\\\\]+)\\\\?\" is already in use by container \\\\?\"?(?<id>[0-9a-f]{12,64})")]
    private static partial Regex Clash();

    [GeneratedRegex(@":(?<port>\d+)(?:->\S+)?[: ][^\n]*(?:already allocated|already in use)")]
    private static partial Regex Port();

    [GeneratedRegex("required variable|is missing a value|Missing mandatory value", RegexOptions.IgnoreCase)]
    private static partial Regex Variable();

    [GeneratedRegex(
        "(?:pull access denied for |manifest for |Error response from daemon: Get \"https?://|unable to get image '?|Pulling [^\\n(]*\\()(?<image>[^\\s,\"')]+)"
    )]
    private static partial Regex Image();

    [GeneratedRegex("failed to build|failed to solve|returned a non-zero code", RegexOptions.IgnoreCase)]
    private static partial Regex Build();
}
