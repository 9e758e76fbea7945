using Microsoft.Extensions.FileSystemGlobbing;

namespace GoldenPath.Pipeline;

/// <summary>The results files that a test command writes. Files that were there before it began, and that it does not write anew, do not count.</summary>
/// <param name="glob">The full path of the files, with wildcards.</param>
internal sealed class ResultFiles(string glob)
{
    private readonly Dictionary<string, (long Size, DateTime Written)> _before = Matches(glob).ToDictionary(file => file, State);

    /// <summary>The files that were written since, by name.</summary>
    public IReadOnlyList<string> Written() =>
        [.. Matches(glob).Where(file => !_before.TryGetValue(file, out var before) || before != State(file)).Order(StringComparer.Ordinal)];

    /// <summary>How many files match that were there before and were not written since.</summary>
    public int Stale() => Matches(glob).Count() - Written().Count;

    private static IEnumerable<string> Matches(string glob)
    {
        var full = Path.GetFullPath(glob).Replace('\\', '/');
        var wild = full.IndexOf('*', StringComparison.Ordinal);
        var folder = full[..(wild < 0 ? full.LastIndexOf('/') : full.LastIndexOf('/', wild))];
        return Directory.Exists(folder)
            ? new Matcher(StringComparison.Ordinal).AddInclude(full[(folder.Length + 1)..]).GetResultsInFullPath(folder)
            : [];
    }

    private static (long Size, DateTime Written) State(string file) =>
        new FileInfo(file) is var info ? (info.Length, info.LastWriteTimeUtc) : default;
}
