using System.Xml.Linq;
using Nuke.Common;
using Nuke.Common.IO;
using Nuke.Common.ProjectModel;
using Nuke.Common.Tooling;
using Nuke.Common.Tools.DotNet;
using Nuke.Common.Utilities;
using Nuke.Common.Utilities.Collections;
using static Nuke.Common.Tools.DotNet.DotNetTasks;

namespace Nuke.Components;

public interface ITest : ICompile, IHazArtifacts
{
    IEnumerable<Project> TestProjects { get; }

    AbsolutePath TestResultDirectory => ArtifactsDirectory / "test-results";

    int TestDegreeOfParallelism => 1;

    Target Test =>
        _ =>
            _.DependsOn(Compile)
                .Produces(TestResultDirectory / "*.trx")
                .Produces(TestResultDirectory / "*.xml")
                .Executes(() =>
                {
                    try
                    {
                        DotNetTest(
                            _ =>
                                _.Apply(TestSettingsBase)
                                    .Apply(TestSettings)
                                    .CombineWith(
                                        TestProjects,
                                        (_, project) => _.Apply(TestProjectSettingsBase, project).Apply(TestProjectSettings, project)
                                    ),
                            completeOnFailure: true,
                            degreeOfParallelism: TestDegreeOfParallelism
                        );
                    }
                    finally
                    {
                        ReportTestCount();
                    }
                });

    Configure<DotNetTestSettings> TestSettings => _ => _;

    Configure<DotNetTestSettings, Project> TestProjectSettings => (options, _) => options;

    sealed Configure<DotNetTestSettings> TestSettingsBase =>
        _ => _.SetConfiguration(Configuration).SetNoBuild(SucceededTargets.Contains(Compile)).SetResultsDirectory(TestResultDirectory);

    sealed Configure<DotNetTestSettings, Project> TestProjectSettingsBase =>
        (_, project) => _.SetProjectFile(project).AddLoggers($"trx;LogFileName={project.Name}.trx");

    void ReportTestCount()
    {
        var files = TestResultDirectory.DirectoryExists() ? Directory.GetFiles(TestResultDirectory, "*.trx") : [];
        var outcomes = files
            .SelectMany(x => XDocument.Load(x).Descendants().Where(y => y.Name.LocalName == "UnitTestResult"))
            .CountBy(x => x.Attribute("outcome")?.Value ?? "")
            .ToDictionary();
        var failed = outcomes.GetValueOrDefault("Failed");
        var skipped = outcomes.GetValueOrDefault("NotExecuted");
        ReportSummary(_ =>
            _.When(failed > 0, x => x.AddPair("Failed", failed.ToString()))
                .AddPair("Passed", outcomes.GetValueOrDefault("Passed").ToString())
                .When(skipped > 0, x => x.AddPair("Skipped", skipped.ToString()))
        );
    }
}
