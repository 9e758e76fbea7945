using GoldenPath.Nuke.CommandLine;
using Nuke.Common;

namespace GoldenPath.Nuke;

/// <summary>Diagnoses a recorded run again.</summary>
public interface IReplay : IGoldenPath
{
    /// <summary>The recorded run.</summary>
    [Parameter("The folder of a recorded run, for Replay - Default is the newest run's")]
    string? Run => TryGetValue(() => Run);

    /// <summary>Says why a recorded run broke, from its folder alone: offline, starting and changing nothing.</summary>
    Target Replay =>
        _ =>
            _.Stage(this, "Diagnoses a recorded run folder again, offline (--run PATH)")
                .Executes(() => this.RunAsync(run => run.ReplayAsync(this.PathOf(nameof(Run), Run))));
}
