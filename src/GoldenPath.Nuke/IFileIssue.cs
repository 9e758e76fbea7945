using GoldenPath.Nuke.CommandLine;
using Nuke.Common;

namespace GoldenPath.Nuke;

/// <summary>Files the incident of a run that broke.</summary>
public interface IFileIssue : IGoldenPath
{
    /// <summary>Writes the issue, and delivers it or leaves it in the outbox, where an earlier stage failed.</summary>
    Target FileIssue =>
        _ =>
            _.Stage(this, "Files one labelled issue for a run that broke, or leaves it in artifacts/outbox")
                .AssuredAfterFailure()
                .OnlyWhenDynamic(() => FailedTargets.Count > 0)
                .TryAfter<IStartServices>(x => x.StartServices)
                .TryAfter<IWaitForPort8002>(x => x.WaitForPort8002)
                .TryAfter<ISmokeTests>(x => x.SmokeTests)
                .TryAfter<IDiagnose>(x => x.Diagnose)
                .Executes(() => this.RunStageAsync(Stages.FileIssue));
}
