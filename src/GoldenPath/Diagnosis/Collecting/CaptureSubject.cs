using GoldenPath.Configuration;
using GoldenPath.Guard.Redaction;
using GoldenPath.Runs;
using GoldenPath.Services;

namespace GoldenPath.Diagnosis.Collecting;

/// <summary>The broken run that evidence is captured of.</summary>
internal sealed record CaptureSubject
{
    /// <summary>What the command asked for.</summary>
    public required RunSettings Settings { get; init; }

    /// <summary>The run's folder, where the evidence goes.</summary>
    public required RunFolder Folder { get; init; }

    /// <summary>Takes secrets out of what is written.</summary>
    public required Redactor Redactor { get; init; }

    /// <summary>The run's time.</summary>
    public required TimeProvider Time { get; init; }

    /// <summary>Whom the kernel had ended for want of memory before the run.</summary>
    public required OutOfMemoryKills KillsBefore { get; init; }

    /// <summary>What the run declares.</summary>
    public required PipelineDefinition Definition { get; init; }

    /// <summary>The services that were asked to start.</summary>
    public required IReadOnlyList<RunningService> Running { get; init; }

    /// <summary>The stage that failed.</summary>
    public required string Stage { get; init; }

    /// <summary>What it saw.</summary>
    public required Failure Failure { get; init; }

    /// <summary>The file as a person calls it.</summary>
    public string File => Path.GetFileName(Definition.File);

    /// <summary>The port of a service; <c>null</c> where it has none, or none was chosen yet.</summary>
    public int? Port(ServiceDefinition service) =>
        Find(service.Name)?.Port
        ?? (
            service.Port is > 0 and var declared
                ? service == Definition.Primary
                    ? Settings.Port ?? declared
                    : declared
                : null
        );

    /// <summary>A service that was asked to start; <c>null</c> where it was not.</summary>
    public RunningService? Find(string service) => Running.FirstOrDefault(running => running.Definition.Name == service);

    /// <summary>The host by which the scenarios reach a service.</summary>
    public string Host(ServiceDefinition service) =>
        ScenarioEndpoint.Of(Definition, service) is var endpoint && Find(service.Name) is { } running
            ? running.HostOf(endpoint)
            : endpoint?.Host ?? "localhost";

    /// <summary>A new sheet of evidence.</summary>
    public EvidenceSheet Sheet(string name) => new(Folder, name, Redactor.Redact);

    /// <summary>The service that a process belongs to; <c>null</c> for somebody else's.</summary>
    public string? OwnerOf(int pid) => Running.FirstOrDefault(running => running.Process?.Owns(pid) == true)?.Definition.Name;
}
