namespace GoldenPath.Runs;

/// <summary>The commit, branch and repository that a run tests, as far as they are known.</summary>
internal sealed record GitCheckout
{
    /// <summary>Nothing is known.</summary>
    public static GitCheckout Unknown { get; } = new();

    /// <summary>The full id of the commit.</summary>
    public string? Commit { get; init; }

    /// <summary>The branch.</summary>
    public string? Branch { get; init; }

    /// <summary>Whether it is the repository's default branch. Default: yes, as an unknown branch must be able to close issues.</summary>
    public bool IsDefaultBranch { get; init; } = true;

    /// <summary>Whether it is a pull request from a fork, whose job may read and not write. Default: no.</summary>
    public bool IsFork { get; init; }

    /// <summary><c>owner/name</c> on GitHub.</summary>
    public string? Repository { get; init; }

    /// <summary>Reads the environment of a GitHub Actions job that tests this checkout, or else the files of the checkout around a folder. Never throws for a damaged checkout.</summary>
    /// <param name="directory">A folder inside the checkout.</param>
    /// <param name="variable">Reads an environment variable. Default: those of this process.</param>
    public static GitCheckout Read(string directory, Func<string, string?>? variable = null)
    {
        var local = GitFiles.Read(directory);
        var environment = variable ?? System.Environment.GetEnvironmentVariable;
        return ActionsJob.IsHere(environment) && IsOfJob(directory, local, environment) ? ActionsJob.Apply(local, environment) : local;
    }

    // A job may run the file of another repository, which it checked out beside its own or somewhere below.
    private static bool IsOfJob(string directory, GitCheckout local, Func<string, string?> variable)
    {
        var workspace = variable("GITHUB_WORKSPACE");
        var inside = workspace is null ? "." : Path.GetRelativePath(workspace, directory);
        return inside == "."
            || string.Equals(local.Repository, variable("GITHUB_REPOSITORY"), StringComparison.OrdinalIgnoreCase)
            || (local.Repository is null && !inside.StartsWith("..", StringComparison.Ordinal));
    }
}
