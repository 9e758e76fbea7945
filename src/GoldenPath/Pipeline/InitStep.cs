using GoldenPath.Adopting;
using GoldenPath.Runs;

namespace GoldenPath.Pipeline;

/// <summary>Writes what a repository needs to begin, and says what only a person can add.</summary>
/// <param name="settings">What the command asks for.</param>
/// <param name="console">Where it is told.</param>
internal sealed class InitStep(RunSettings settings, IRunConsole console)
{
    /// <summary>Writes it.</summary>
    /// <param name="nuke">Whether a build with Nuke is written too.</param>
    /// <param name="workflow">Whether a workflow of GitHub Actions is written too.</param>
    /// <exception cref="PipelineException">A file cannot be written, or something is still missing.</exception>
    public void Run(bool nuke, bool workflow)
    {
        var git = GitCheckout.Read(settings.Root);
        var branch = git is { IsDefaultBranch: true, Branch: { } own } ? own : "main";
        IReadOnlyList<string> missing;
        try
        {
            missing = new Adoption(settings, console, branch).Begin(nuke, workflow);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw Failed($"A file cannot be written: {problem.Message}");
        }

        foreach (var one in missing)
        {
            console.Warning(one);
        }

        if (missing.Count > 0)
        {
            throw Failed(
                $"{Path.GetFileName(settings.Config)} still needs {missing.Count} thing(s), told above; '{settings.Command} Doctor' checks it again."
            );
        }

        console.Information($"'{settings.Command} Doctor' checks what a run will need; '{settings.Command} SmokeTest' runs it.");
    }

    private static PipelineException Failed(string summary) =>
        new(
            new Failure
            {
                Cause = Causes.Unknown,
                Kind = FailureKind.Misconfigured,
                Summary = summary,
            }
        );
}
