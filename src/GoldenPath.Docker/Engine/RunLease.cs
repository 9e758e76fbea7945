using GoldenPath.Guard.Leases;
using GoldenPath.Services;

namespace GoldenPath.Docker.Engine;

/// <summary>Enters into the run's lease what is made in an engine, before it is made: then its end is sure, however the run ends.</summary>
internal static class RunLease
{
    /// <summary>The kind of a container.</summary>
    public const string Container = "container";

    /// <summary>The kind of a project of Docker Compose.</summary>
    public const string Project = "compose project";

    /// <summary>All that carries the run's label.</summary>
    public static LeasedResource OfRun(EngineConnection engine, ServiceStart start) =>
        New(engine, "run", start.Folder.RunId, RunLabels.Run, start.Folder.RunId);

    /// <summary>A container of the run.</summary>
    public static LeasedResource OfContainer(EngineConnection engine, ServiceStart start, string id) =>
        New(engine, Container, id, RunLabels.Run, start.Folder.RunId) with
        {
            Service = start.Service.Name,
            Port = start.Port,
        };

    /// <summary>A project of Docker Compose.</summary>
    public static LeasedResource OfProject(EngineConnection engine, ServiceStart start, string name) =>
        New(engine, Project, name, RunLabels.ComposeProject, name) with
        {
            Service = start.Service.Name,
            Port = start.Port,
        };

    /// <summary>An image that Compose built for a project: Compose 1 gives it no label.</summary>
    public static LeasedResource OfImage(EngineConnection engine, string project, string id) =>
        New(engine, LeasedResource.Image, id, RunLabels.ComposeProject, project);

    private static LeasedResource New(EngineConnection engine, string kind, string id, string label, string value) =>
        new()
        {
            Kind = kind,
            Id = id,
            Labels = new Dictionary<string, string> { [label] = value },
            Engine = engine.Address.ForGuard,
        };
}
