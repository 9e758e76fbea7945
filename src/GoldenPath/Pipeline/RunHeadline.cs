using GoldenPath.Runs;

namespace GoldenPath.Pipeline;

/// <summary>The first line of a run: which file it runs, of which repository and commit, and where the run is kept.</summary>
internal static class RunHeadline
{
    private const int ShownOfCommit = 8;

    /// <summary>The line.</summary>
    public static string Of(RunSettings settings, RunFolder folder)
    {
        var git = GitCheckout.Read(settings.Root);
        var commit = git.Commit is { } id ? $"commit {id[..Math.Min(ShownOfCommit, id.Length)]}" : null;
        var facts = string.Join(", ", new[] { git.Repository, commit, git.Branch }.OfType<string>());
        return $"Run of {settings.Config}{(facts.Length > 0 ? $" ({facts})" : "")}: {Path.GetRelativePath(settings.Root, folder.Path)}";
    }
}
