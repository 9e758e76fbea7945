using Nuke.Common;
using Nuke.Common.Tooling;
using Nuke.Common.Tools.DotNet;
using Nuke.Common.Utilities;
using static Nuke.Common.Tools.DotNet.DotNetTasks;

namespace Nuke.Components;

public interface ICompile : IRestore, IHazConfiguration
{
    Target Compile =>
        _ =>
            _.DependsOn(Restore)
                .WhenSkipped(DependencyBehavior.Skip)
                .Executes(() => DotNetBuild(_ => _.Apply(CompileSettingsBase).Apply(CompileSettings)));

    Configure<DotNetBuildSettings> CompileSettings => _ => _;

    sealed Configure<DotNetBuildSettings> CompileSettingsBase =>
        _ =>
            _.SetProjectFile(Solution)
                .SetConfiguration(Configuration)
                .When(IsServerBuild, _ => _.EnableContinuousIntegrationBuild())
                .SetNoRestore(SucceededTargets.Contains(Restore));
}
