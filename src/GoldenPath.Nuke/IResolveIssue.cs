using GoldenPath.Nuke.CommandLine;
using Nuke.Common;

namespace GoldenPath.Nuke;

/// <summary>Closes the issue of an incident that is over.</summary>
public interface IResolveIssue : IGoldenPath
{
    /// <summary>Tells the tracker that the path works again, where all earlier stages succeeded and there is a token.</summary>
    Target ResolveIssue =>
        _ =>
            _.Stage(this, "Closes the issues of what works again")
                .OnlyWhenDynamic(() => FailedTargets.Count == 0)
                .TryAfter<ISmokeTests>(x => x.SmokeTests)
                .TryAfter<IFileIssue>(x => x.FileIssue)
                .Executes(() => this.RunStageAsync(Stages.ResolveIssue));
}
