using GoldenPath.Configuration;
using GoldenPath.Runs;
using GoldenPath.Services;

namespace GoldenPath.Diagnosis.Collecting;

/// <summary>The broken run that evidence is captured of.</summary>
/// <param name="Session">The run.</param>
/// <param name="Definition">What it declares.</param>
/// <param name="Running">The services that were asked to start.</param>
/// <param name="Stage">The stage that failed.</param>
/// <param name="Failure">What it saw.</param>
internal sealed record CaptureSubject(RunSession Session, PipelineDefinition Definition, IReadOnlyList<RunningService> Running, string Stage, Failure Failure)
{
    /// <summary>The file as a person calls it.</summary>
    public string File => Path.GetFileName(Definition.File);

    /// <summary>The port of a service; <c>null</c> where it has none, or none was chosen yet.</summary>
    public int? Port(ServiceDefinition service) => Find(service.Name)?.Port ?? (service.Port is > 0 and var declared
        ? service == Definition.Primary ? Session.Settings.Port ?? declared : declared
        : null);

    /// <summary>A service that was asked to start; <c>null</c> where it was not.</summary>
    public RunningService? Find(string service) => Running.FirstOrDefault(running => running.Definition.Name == service);

    /// <summary>The host by which the scenarios reach a service.</summary>
    public string Host(ServiceDefinition service) => ScenarioEndpoint.Of(Definition, service)?.Host ?? "localhost";

    /// <summary>A new sheet of evidence.</summary>
    public EvidenceSheet Sheet(string name) => new(Session.Folder, name, Session.Redactor.Redact);

    /// <summary>The service that a process belongs to; <c>null</c> for somebody else's.</summary>
    public string? OwnerOf(int pid) => Running.FirstOrDefault(running => running.Process?.Owns(pid) == true)?.Definition.Name;
}
