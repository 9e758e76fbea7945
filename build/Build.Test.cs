using Nuke.Common;
using Nuke.Common.ProjectModel;
using Nuke.Common.Tooling;
using Nuke.Common.Tools.DotNet;
using Nuke.Components;

sealed partial class Build : ITest
{
    [Parameter("Whether Test runs only the specs that start no process and open no socket; the kernel holds them to it")]
    readonly bool Quick;

    // The smoke suite needs running services: the SmokeTests stage runs it.
    IEnumerable<Project> ITest.TestProjects => ((IHazSolution)this).Solution.GetAllProjects("GoldenPath.Tests");

    Configure<DotNetTestSettings> ITest.TestSettings =>
        settings =>
            Quick ? settings.SetFilter("Speed=quick").AddProcessAdditionalArguments("--environment", "GOLDENPATH_QUICK=1") : settings;
}
