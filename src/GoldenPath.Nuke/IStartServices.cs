using GoldenPath.Nuke.CommandLine;
using Nuke.Common;

namespace GoldenPath.Nuke;

/// <summary>Starts what the file declares, in the order of its needs.</summary>
public interface IStartServices : IGoldenPath
{
    /// <summary>Starts the services that do not run yet; run alone, it leaves them running.</summary>
    Target StartServices =>
        _ =>
            _.Stage(this, "Starts the services of goldenpath.yml; run alone, it leaves them running")
                .Executes(() => this.RunStageAsync(Stages.StartServices));
}
