using GoldenPath.Docker.Compose;
using GoldenPath.Docker.Containers;
using GoldenPath.Docker.Engine;
using GoldenPath.GitHub;
using GoldenPath.Pipeline;
using GoldenPath.Services;

namespace GoldenPath.Nuke;

/// <summary>Puts a run together from what this package brings: processes, containers, and issues on GitHub.</summary>
internal static class RunParts
{
    /// <summary>The run of a build. No engine and no tracker is asked for anything before a stage needs it.</summary>
    public static PipelineRun Create(RunSettings settings, IRunConsole console)
    {
#pragma warning disable CA2000 // Dispose objects before losing scope: the engines live as long as the build
        var engines = new Engines();
#pragma warning restore CA2000
        return new(settings, console, [new ProcessHost(), new ContainerHost(engines), new ComposeHost(engines)], GitHubTrackers.Open);
    }
}
