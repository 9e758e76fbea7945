using Nuke.Common;
using Nuke.Common.Tooling;
using Nuke.Common.Tools.DotNet;
using static Nuke.Common.Tools.DotNet.DotNetTasks;

namespace Nuke.Components;

public interface IRestore : IHazSolution
{
    [Parameter("Goes on when a package source does not answer, during " + nameof(Restore))]
    bool IgnoreFailedSources => TryGetValue<bool?>(() => IgnoreFailedSources) ?? false;

    Target Restore => _ => _.Executes(() => DotNetRestore(_ => _.Apply(RestoreSettingsBase).Apply(RestoreSettings)));

    Configure<DotNetRestoreSettings> RestoreSettings => _ => _;

    sealed Configure<DotNetRestoreSettings> RestoreSettingsBase =>
        _ => _.SetProjectFile(Solution).SetIgnoreFailedSources(IgnoreFailedSources);
}
