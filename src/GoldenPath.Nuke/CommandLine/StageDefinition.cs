using System.Runtime.CompilerServices;
using Nuke.Common;

namespace GoldenPath.Nuke.CommandLine;

/// <summary>How the targets of this package begin their definitions.</summary>
internal static class StageDefinition
{
    private static readonly ConditionalWeakTable<IGoldenPath, object> Checked = [];

    /// <summary>Describes a target, and has the command looked at: the engine reads all targets before it does anything else, so that also a
    /// build which does not derive from <see cref="GoldenPathBuild"/> ends here, with the one line and exit code 3.</summary>
    /// <exception cref="PipelineException">The command cannot be meant.</exception>
    public static ITargetDefinition Stage(this ITargetDefinition definition, IGoldenPath build, string description)
    {
        if (
            build is not GoldenPathBuild
            && Checked.TryAdd(build, build)
            && UsageCheck.Problem(new BuildVocabulary(build.GetType()), CommandWords.OfProcess()) is { } problem
        )
        {
            build.ExitCode = Verdict.Configuration.ExitCode();
            throw new PipelineException(
                new Failure
                {
                    Cause = Causes.Unknown,
                    Kind = FailureKind.Misconfigured,
                    Summary = problem,
                }
            );
        }

        return definition.Description(description);
    }
}
