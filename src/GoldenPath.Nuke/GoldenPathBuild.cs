using GoldenPath.Terminal;
using Nuke.Common;
using Nuke.Common.Execution;
using Serilog.Events;

namespace GoldenPath.Nuke;

/// <summary>A build whose last words are the run's: what Nuke prints of itself steps back where a command asks for nothing but GoldenPath's own targets.</summary>
/// <remarks><c>--verbosity verbose</c> brings it back, with every line of the run. A build that overrides a hook calls the base's.</remarks>
[StepsBack]
public abstract partial class GoldenPathBuild : NukeBuild
{
    private const LogEventLevel Nothing = LogEventLevel.Fatal + 1;

    private readonly Lazy<IReadOnlySet<string>> _own;
    private readonly LogEventLevel _level = Logging.LevelSwitch.MinimumLevel;

    /// <summary>A build that looks at the verbosity that was asked for.</summary>
    protected GoldenPathBuild() => _own = new(() => OwnTargets.Of(GetType()));

    /// <summary>The least important kind of line that is asked for. The engine does not tell its verbosity any more once its console is silent.</summary>
    internal LineKind Least { get; } =
        Verbosity switch
        {
            Verbosity.Verbose => LineKind.Detail,
            Verbosity.Normal => LineKind.Information,
            Verbosity.Minimal => LineKind.Warning,
            _ => LineKind.Error,
        };

    /// <summary>Whether every line is asked for.</summary>
    internal bool IsVerbose => Least == LineKind.Detail;

    /// <summary>Whether the command runs targets of other origin too: what the engine tells of them stays.</summary>
    internal bool IsMixed => ExecutionPlan?.All(target => _own.Value.Contains(target.Name)) != true;

    /// <inheritdoc/>
    protected override void OnBuildCreated() => NoLogo |= !IsVerbose;

    /// <inheritdoc/>
    protected override void OnTargetRunning(string target) =>
        Logging.LevelSwitch.MinimumLevel = !IsVerbose && _own.Value.Contains(target) ? Nothing : _level;

    /// <inheritdoc/>
    protected override void OnBuildFinished()
    {
        if (this is IGoldenPath build)
        {
            BuildRun.Conclude(build);
        }
    }
}
