using GoldenPath.Nuke.CommandLine;
using Nuke.Common;

namespace GoldenPath.Nuke;

/// <summary>Walks the scenarios, then runs the declared test commands.</summary>
public interface ISmokeTests : IWaitForPort8002
{
    /// <summary>Walks the scenarios and runs the test commands against the services that are ready.</summary>
    Target SmokeTests =>
        _ =>
            _.Stage(this, "Walks the scenarios, then runs the test commands of goldenpath.yml")
                .DependsOn(WaitForPort8002)
                .Executes(() => this.RunStageAsync(Stages.SmokeTests));
}
