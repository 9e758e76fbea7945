using Nuke.Common;
using Nuke.Common.Tools.DotNet;
using Nuke.Components;
using static Nuke.Common.Tools.DotNet.DotNetTasks;

sealed partial class Build
{
    [Parameter(
        "What Benchmark measures: compare, growth, parts, pipeline, readiness, users, filing, diagnosis or diagnosis-time - Default is compare"
    )]
    readonly string Measure = "compare";

    Target Pack =>
        _ =>
            _.Description("Writes the packages to artifacts/packages")
                .Executes(() =>
                    DotNetPack(_ =>
                        _.SetProject(RootDirectory / "Packages.slnf")
                            .SetConfiguration("Release")
                            .SetOutputDirectory(((IHazArtifacts)this).ArtifactsDirectory / "packages")
                    )
                );

    Target Benchmark =>
        _ =>
            _.Description("Measures what a run costs on this machine (--measure says which part; default: beside public tools)")
                .Executes(() =>
                    DotNetRun(_ =>
                        _.SetProjectFile(RootDirectory / "benchmarks" / "GoldenPath.Benchmarks")
                            .SetConfiguration("Release")
                            .SetApplicationArguments(Measure)
                    )
                );
}
