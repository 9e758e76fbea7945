using System.Reflection;
using Nuke.Common.Logging;

namespace Nuke.Common;

public abstract partial class NukeBuild
{
    internal static void WriteLogo()
    {
        Host.Information("NUKE Execution Engine, stand-in for version 10.1.0");
        Host.Information();
    }

    // A host that overrides the block can fold it.
    internal IDisposable WriteTarget(string name) =>
        IsOutputEnabled(Host is CI.GitHubActions.GitHubActions ? DefaultOutput.TargetCollapse : DefaultOutput.TargetHeader)
            ? Host.WriteBlock(name)
            : Block.Empty;

    internal void WriteSummary()
    {
        if (IsOutputEnabled(DefaultOutput.ErrorsAndWarnings))
            BuildSummary.WriteProblems(Host);
        if (IsOutputEnabled(DefaultOutput.TargetOutcome))
            BuildSummary.WriteTargets(ExecutionPlan);
        if (IsOutputEnabled(DefaultOutput.BuildOutcome))
            BuildSummary.WriteOutcome(IsSucceeding);
    }

    private bool IsOutputEnabled(DefaultOutput output) =>
        !GetType()
            .GetCustomAttributes<DisableDefaultOutputAttribute>()
            .Any(x => x.IsApplicable(this) && x.DisabledOutputs.Contains(output));
}
