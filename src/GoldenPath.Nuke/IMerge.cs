using GoldenPath.Nuke.CommandLine;
using Nuke.Common;

namespace GoldenPath.Nuke;

/// <summary>Makes one result out of several shards'.</summary>
public interface IMerge : IGoldenPath
{
    /// <summary>The run folders of the shards.</summary>
    [Parameter("The run folders of the shards, with wildcards, for Merge: 'artifacts/shards/*/*'")]
    string? Runs => TryGetValue(() => Runs);

    /// <summary>Makes one verdict, report and issue out of the run folders of several shards.</summary>
    Target Merge =>
        _ =>
            _.Stage(this, "Makes one verdict, report and issue out of the run folders of several shards (--runs PATTERN)")
                .Executes(() => this.RunAsync(run => run.MergeAsync(this.PathOf(nameof(Runs), Runs))));
}
