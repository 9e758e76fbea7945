using GoldenPath.Nuke.CommandLine;
using Nuke.Common;

namespace GoldenPath.Nuke;

/// <summary>Stops exactly what this project started.</summary>
public interface ITeardown : IGoldenPath
{
    /// <summary>Stops it, proves that nothing is left, and writes the result; a quiet success where nothing runs.</summary>
    Target Teardown =>
        _ =>
            _.Stage(this, "Stops what this project started and proves that nothing is left")
                .AssuredAfterFailure()
                .TryAfter<IStartServices>(x => x.StartServices)
                .TryAfter<IWaitForPort8002>(x => x.WaitForPort8002)
                .TryAfter<ISmokeTests>(x => x.SmokeTests)
                .TryAfter<IDiagnose>(x => x.Diagnose)
                .TryAfter<IFileIssue>(x => x.FileIssue)
                .TryAfter<IResolveIssue>(x => x.ResolveIssue)
                .Executes(() => this.RunStageAsync(Stages.Teardown));
}
