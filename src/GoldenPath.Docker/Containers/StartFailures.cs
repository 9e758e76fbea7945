using System.Globalization;
using System.Text.RegularExpressions;
using GoldenPath.Docker.Engine;
using GoldenPath.Readiness;
using GoldenPath.Services;

namespace GoldenPath.Docker.Containers;

/// <summary>Words why an engine refused to create or start a container.</summary>
internal static partial class StartFailures
{
    /// <summary>It was not created.</summary>
    public static PipelineException NotCreated(ServiceStart start, string text) =>
        new(EngineErrors.DiskFull(start.Service.Name, text) ?? Refused(start, Causes.ServiceNotStarted, "be created", text));

    /// <summary>It was created, but not started.</summary>
    /// <param name="start">The service.</param>
    /// <param name="host">The machine whose ports are published, where that is another one; <c>null</c> for this one.</param>
    /// <param name="text">What the engine said.</param>
    public static PipelineException NotStarted(ServiceStart start, string? host, string text) =>
        new(
            EngineErrors.DiskFull(start.Service.Name, text)
                ?? (
                    Taken().Match(text) is { Success: true } match
                        ? PortTaken(start, host, int.Parse(match.Groups["port"].Value, CultureInfo.InvariantCulture), text)
                    : text.Contains("exec: ", StringComparison.Ordinal) ? Refused(start, Causes.ExecutableMissing, "run its command", text)
                    : Refused(start, Causes.ServiceNotStarted, "be started", text)
                )
        );

    private static Failure PortTaken(ServiceStart start, string? host, int port, string text) =>
        (host is null ? new PortCheck().Find(start.Service.Name, port) : null)
        ?? Refused(start, Causes.PortInUse, $"publish port {port}{(host is null ? "" : $" of {host}")}, which is in use", text);

    private static Failure Refused(ServiceStart start, string cause, string what, string text) =>
        new()
        {
            Cause = cause,
            Service = start.Service.Name,
            Summary = $"The container of service '{start.Service.Name}' could not {what}: {text.TrimEnd('.')}.",
            Evidence = [new Evidence("docker engine", text)],
            Remedies = [new Remedy($"Mend what the engine names, under 'container:' of service '{start.Service.Name}'.")],
        };

    [GeneratedRegex(
        @"(?:Bind for .*?:|listen \w+ .*?:|bind host port for .*?:|exposing port \w+ .*?:)(?<port>\d+)(?:->\S+)?[: ].*(?:already allocated|address already in use)"
    )]
    private static partial Regex Taken();
}
