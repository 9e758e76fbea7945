namespace GoldenPath.Tool;

/// <summary>The configuration file that is meant, and the repository that it belongs to.</summary>
/// <param name="Config">The file's full path; it may not exist.</param>
/// <param name="Root">The root of the repository; where there is none, the file's folder.</param>
internal sealed record RepositoryPlace(string Config, string Root)
{
    private const string FileName = "goldenpath.yml";

    /// <summary>Finds both.</summary>
    /// <param name="config">What was asked for; <c>null</c>: the file of the folder, or of the nearest one above it in the same repository.</param>
    /// <param name="folder">Where the person stands.</param>
    public static RepositoryPlace Of(string? config, string folder)
    {
        var file = config is null ? Nearest(folder) : Path.GetFullPath(config, folder);
        var home = Path.GetDirectoryName(file)!;
        return new(file, Upwards(home).FirstOrDefault(IsRepository) ?? home);
    }

    private static string Nearest(string folder)
    {
        var holder = Upwards(folder).First(one => HasFile(one) || IsRepository(one) || Path.GetDirectoryName(one) is null);
        return Path.Combine(HasFile(holder) ? holder : folder, FileName);
    }

    private static bool HasFile(string folder) => File.Exists(Path.Combine(folder, FileName));

    // In a worktree and a submodule .git is a file.
    private static bool IsRepository(string folder) => Path.Exists(Path.Combine(folder, ".git"));

    private static IEnumerable<string> Upwards(string folder)
    {
        for (var one = folder; one is not null; one = Path.GetDirectoryName(one))
        {
            yield return one;
        }
    }
}
