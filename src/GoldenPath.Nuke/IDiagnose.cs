using GoldenPath.Nuke.CommandLine;
using Nuke.Common;

namespace GoldenPath.Nuke;

/// <summary>Says why a run broke.</summary>
public interface IDiagnose : IGoldenPath
{
    /// <summary>Turns what was captured into a cause, where an earlier stage failed.</summary>
    Target Diagnose =>
        _ =>
            _.Stage(this, "Says why the run broke, with evidence")
                .AssuredAfterFailure()
                .OnlyWhenDynamic(() => FailedTargets.Count > 0)
                .TryAfter<IStartServices>(x => x.StartServices)
                .TryAfter<IWaitForPort8002>(x => x.WaitForPort8002)
                .TryAfter<ISmokeTests>(x => x.SmokeTests)
                .Executes(() => this.RunStageAsync(Stages.Diagnose));
}
