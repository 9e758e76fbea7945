namespace GoldenPath.Configuration;

/// <summary>The configuration file that is meant, and the repository that it belongs to: whatever a run reads and writes besides is of that repository.</summary>
/// <param name="Config">The file's full path; it may not exist.</param>
/// <param name="Root">The root of its checkout; where that is no repository, the folder of the build that holds the file, or else the file's own.</param>
internal sealed record RepositoryPlace(string Config, string Root)
{
    private const string FileName = "goldenpath.yml";

    /// <summary>Finds both.</summary>
    /// <param name="config">What was asked for, from where the person stands; <c>null</c>: the nearest file of the repository that they stand in.</param>
    /// <param name="folder">Where the person stands.</param>
    /// <param name="home">The root of the build, whose file is meant where they stand in no other repository; <c>null</c> where there is none.</param>
    public static RepositoryPlace Of(string? config, string folder, string? home = null)
    {
        var file = config is null ? Default(folder, home) : Path.GetFullPath(config, folder);
        var holder = Path.GetDirectoryName(file)!;
        return new(
            file,
            home is not null && IsInside(holder, home) && Repository(holder) == Repository(home) ? home : Repository(holder) ?? holder
        );
    }

    private static string Default(string folder, string? home)
    {
        var repository = Repository(folder);
        var nearest = Upwards(folder)
            .TakeWhile(one => one == folder || (repository is not null && IsInside(one, repository)))
            .FirstOrDefault(HasFile);
        var isElsewhere = home is null || (repository is not null && repository != Repository(home));
        return Path.Combine(nearest ?? (isElsewhere ? folder : home!), FileName);
    }

    private static bool HasFile(string folder) => File.Exists(Path.Combine(folder, FileName));

    // In a worktree and a submodule .git is a file.
    private static string? Repository(string folder) => Upwards(folder).FirstOrDefault(one => Path.Exists(Path.Combine(one, ".git")));

    private static bool IsInside(string folder, string root) => Upwards(folder).Contains(Path.TrimEndingDirectorySeparator(root));

    private static IEnumerable<string> Upwards(string folder)
    {
        for (var one = Path.TrimEndingDirectorySeparator(folder); one is not null; one = Path.GetDirectoryName(one))
        {
            yield return one;
        }
    }
}
