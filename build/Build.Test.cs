using Nuke.Common.ProjectModel;
using Nuke.Components;

sealed partial class Build : ITest
{
    // The smoke suite needs running services: the SmokeTests stage runs it.
    IEnumerable<Project> ITest.TestProjects => ((IHazSolution)this).Solution.GetAllProjects("GoldenPath.Tests");
}
