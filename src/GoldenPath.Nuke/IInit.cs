using GoldenPath.Nuke.CommandLine;
using Nuke.Common;

namespace GoldenPath.Nuke;

/// <summary>Writes the first configuration of a repository.</summary>
public interface IInit : IGoldenPath
{
    /// <summary>Whether a workflow is written too.</summary>
    [Parameter("Whether Init writes a workflow of GitHub Actions too")]
    bool Workflow => TryGetValue<bool?>(() => Workflow) ?? false;

    /// <summary>Writes a commented goldenpath.yml from what lies in the repository, and its schema beside it; changes nothing that is there.</summary>
    Target Init =>
        _ =>
            _.Stage(this, "Writes a goldenpath.yml for this repository from what lies in it; changes nothing that is there (--workflow)")
                .Executes(() => this.RunAsync(run => run.InitAsync(workflow: Workflow)));
}
