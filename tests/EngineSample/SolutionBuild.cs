using Nuke.Common;
using Nuke.Components;

namespace EngineSample;

/// <summary>A build that has a solution and a configuration.</summary>
internal sealed class SolutionBuild : TracedBuild, IHazSolution, IHazConfiguration, IHazArtifacts
{
    private Target List =>
        _ =>
            _.Executes(() =>
            {
                foreach (var project in ((IHazSolution)this).Solution.AllProjects.OrderBy(x => x.Name, StringComparer.Ordinal))
                    Trace($"project {project.Name} {project.Path}");
                Trace($"configuration {((IHazConfiguration)this).Configuration}");
                Trace($"artifacts {((IHazArtifacts)this).ArtifactsDirectory == RootDirectory / "artifacts"}");
            });

    public static int Run() => Execute<SolutionBuild>(x => x.List);
}
