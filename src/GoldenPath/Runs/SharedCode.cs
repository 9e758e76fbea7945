namespace GoldenPath.Runs;

/// <summary>Whether a checkout holds code that others share: nothing is changed in its work tree, and its commit is on a remote, as far as the
/// checkout knows. Asks git, and no network.</summary>
/// <param name="root">The root of the checkout.</param>
/// <param name="artifacts">What a run itself writes there, which is nobody's change.</param>
internal sealed class SharedCode(string root, string artifacts)
{
    private const string NoRepository = "not a git repository";
    private const int ShownOfCommit = 8;

    private readonly GitCommand _git = new(root);

    /// <summary>Why it does not, in half a sentence; <c>null</c> where it does.</summary>
    public async Task<string?> WhyNotAsync()
    {
        if (
            await _git.AskAsync(["status", "--porcelain", "--no-renames", "--untracked-files=normal", .. OutsideArtifacts()])
            is not { } status
        )
        {
            return "no git is there to say whether others share this code";
        }

        var changes = status.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        return !status.Succeeded
            ? status.Errors.Contains(NoRepository, StringComparison.Ordinal)
                ? "this code is in no git repository"
                : status.Complaint
            : changes.Length > 0
                ? $"the work tree is not clean ({Named(changes)})"
                : await UnpublishedAsync();
    }

    private async Task<string?> UnpublishedAsync()
    {
        if (await _git.AskAsync("rev-parse", "--verify", "--quiet", "HEAD") is not { Succeeded: true } head)
        {
            return "this repository has no commit";
        }

        var remotes = await _git.AskAsync("for-each-ref", "--count=1", "--contains", "HEAD", "refs/remotes");
        return remotes is { Succeeded: true, Output.Length: > 0 } ? null : $"commit {head.Output[..ShownOfCommit]} is on no remote";
    }

    private IEnumerable<string> OutsideArtifacts()
    {
        var written = Path.GetRelativePath(root, artifacts);
        return written.StartsWith("..", StringComparison.Ordinal) || Path.IsPathRooted(written)
            ? []
            : ["--", ":/", $":(exclude,literal){written.Replace('\\', '/')}"];
    }

    // A line is two letters, a blank and a path.
    private static string Named(string[] changes) => changes[0][3..] + (changes.Length == 1 ? "" : $" and {changes.Length - 1} more");
}
