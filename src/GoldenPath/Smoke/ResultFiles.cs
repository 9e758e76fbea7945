using Microsoft.Extensions.FileSystemGlobbing;

namespace GoldenPath.Smoke;

/// <summary>Finds the results that a test command wrote.</summary>
internal static class ResultFiles
{
    // File systems keep times more coarsely than the clock: two seconds on FAT, one on some network shares.
    private static readonly TimeSpan Coarseness = TimeSpan.FromSeconds(2);

    /// <summary>The files that a glob names and that are no older than the command.</summary>
    /// <param name="glob">The glob, relative to the folder or absolute.</param>
    /// <param name="directory">The folder.</param>
    /// <param name="begun">When the command began.</param>
    public static IReadOnlyList<string> Find(string glob, string directory, DateTimeOffset begun)
    {
        var full = Path.GetFullPath(glob, directory).Replace('\\', '/');
        var fixedPart = full[..(full.IndexOfAny(['*', '?', '[', '{']) is var wild and >= 0 ? full.LastIndexOf('/', wild) : full.LastIndexOf('/'))];
        if (!Directory.Exists(fixedPart))
        {
            return [];
        }

        var matcher = new Matcher().AddInclude(full[(fixedPart.Length + 1)..]);
        return [.. matcher.GetResultsInFullPath(fixedPart).Where(file => File.GetLastWriteTimeUtc(file) >= begun - Coarseness).Order(StringComparer.Ordinal)];
    }
}
