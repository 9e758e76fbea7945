using GoldenPath.Nuke.CommandLine;
using Nuke.Common;

namespace GoldenPath.Nuke;

/// <summary>What a schedule does with the tracker.</summary>
public interface ITriage : IGoldenPath
{
    /// <summary>The outbox of a job that may not write.</summary>
    [Parameter(
        "The downloaded outbox of a pull request's job, for Triage in a workflow_run: everything in it is checked - Default is artifacts/outbox"
    )]
    string? Outbox => TryGetValue(() => Outbox);

    /// <summary>Delivers what waits in the outbox, merges duplicates, closes recovered incidents, marks flaky ones.</summary>
    Target Triage =>
        _ =>
            _.Stage(this, "Delivers what waits in artifacts/outbox and puts the open issues in order")
                .Executes(() => this.RunAsync(run => run.TriageAsync(this.PathOf(nameof(Outbox), Outbox))));
}
