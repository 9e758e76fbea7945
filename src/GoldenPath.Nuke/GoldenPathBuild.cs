using Nuke.Common;

namespace GoldenPath.Nuke;

/// <summary>A build whose last words are the run's: what Nuke prints of itself steps back where a command asks for nothing but GoldenPath's own targets.</summary>
/// <remarks><c>--verbosity verbose</c> brings it back, with every line of the run. A build that overrides a hook calls the base's.</remarks>
[StepsBack]
public abstract partial class GoldenPathBuild : NukeBuild
{
    private readonly Lazy<IReadOnlySet<string>> _own;

    /// <summary>A build that looks at the verbosity that was asked for.</summary>
    protected GoldenPathBuild() => _own = new(() => OwnTargets.Of(GetType()));

    /// <summary>Whether every line is asked for.</summary>
    internal bool IsVerbose { get; } = Verbosity == Verbosity.Verbose;

    /// <summary>Whether the command runs targets of other origin too: what the engine tells of them stays.</summary>
    internal bool IsMixed => ExecutionPlan?.All(target => _own.Value.Contains(target.Name)) != true;

    /// <inheritdoc/>
    protected override void OnBuildCreated() => NoLogo |= !IsVerbose;
}
