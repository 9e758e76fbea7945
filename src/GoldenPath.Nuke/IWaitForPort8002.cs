using GoldenPath.Nuke.CommandLine;
using Nuke.Common;

namespace GoldenPath.Nuke;

/// <summary>Waits until the services are proved ready. The port is a parameter, the name is not.</summary>
public interface IWaitForPort8002 : IStartServices
{
    /// <summary>Waits until every service answers as declared, and what answers is what this run started.</summary>
    Target WaitForPort8002 =>
        _ =>
            _.Stage(this, "Waits until every service answers, and proves that it is the one that was started")
                .DependsOn(StartServices)
                .Executes(() => this.RunStageAsync(Stages.WaitForPort8002));
}
