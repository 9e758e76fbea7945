using Nuke.Common;

namespace GoldenPath.Nuke;

/// <summary>Leaves out the headers, repetitions and tables of the engine where they would stand between a person and the answer.</summary>
/// <remarks>Groups that a host can fold, as GitHub does, stay.</remarks>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class StepsBackAttribute()
    : DisableDefaultOutputAttribute(
        DefaultOutput.Logo,
        DefaultOutput.TargetHeader,
        DefaultOutput.ErrorsAndWarnings,
        DefaultOutput.TargetOutcome,
        DefaultOutput.BuildOutcome
    )
{
    /// <inheritdoc/>
    public override bool IsApplicable(INukeBuild build) => build is GoldenPathBuild { IsVerbose: false, IsMixed: false };
}
