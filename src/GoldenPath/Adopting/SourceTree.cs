using System.Text;

namespace GoldenPath.Adopting;

/// <summary>The files of a repository that a person wrote: what tools fetch or make is left out. Reads, and changes nothing.</summary>
/// <param name="root">Its folder.</param>
internal sealed class SourceTree(string root)
{
    private const int Deepest = 5;
    private const int MostFiles = 5000;
    private const int LongestFile = 256 * 1024;

    private static readonly HashSet<string> _made = new(StringComparer.OrdinalIgnoreCase)
    {
        "artifacts",
        "bin",
        "bower_components",
        "build",
        "coverage",
        "dist",
        "node_modules",
        "obj",
        "out",
        "packages",
        "site-packages",
        "target",
        "vendor",
        "venv",
    };

    private readonly Lazy<IReadOnlyList<string>> _files = new(() => [.. Walk(root, "", 0).Take(MostFiles)]);
    private readonly Dictionary<string, string> _texts = [];

    /// <summary>The folder's full path.</summary>
    public string Root { get; } = root;

    /// <summary>The files, relative, with <c>/</c> between folders; those that lie higher come first.</summary>
    public IReadOnlyList<string> Files => _files.Value;

    /// <summary>The files of a name, wherever they lie.</summary>
    public IEnumerable<string> Named(params string[] names) =>
        Files.Where(file => names.Contains(Path.GetFileName(file), StringComparer.OrdinalIgnoreCase));

    /// <summary>The files of a folder and of those below it.</summary>
    public IEnumerable<string> Below(string folder) =>
        folder == "." ? Files : Files.Where(file => file.StartsWith(folder + "/", StringComparison.Ordinal));

    /// <summary>Whether there is such a file or folder; made ones count too.</summary>
    public bool Has(string path) => Path.Exists(Path.Combine(Root, path));

    /// <summary>A file's text; empty where it cannot be read, is no text or is too long to be written by hand.</summary>
    public string Read(string file)
    {
        if (!_texts.TryGetValue(file, out var text))
        {
            _texts[file] = text = ReadAnew(Path.Combine(Root, file));
        }

        return text;
    }

    /// <summary>The folder of a file; <c>.</c> is the repository's own.</summary>
    public static string FolderOf(string file) => Path.GetDirectoryName(file) is { Length: > 0 } folder ? folder.Replace('\\', '/') : ".";

    private static string ReadAnew(string file)
    {
        try
        {
            var text = new FileInfo(file) is { Exists: true, Length: <= LongestFile } ? File.ReadAllText(file, Encoding.UTF8) : "";
            return text.Contains('\0', StringComparison.Ordinal) ? "" : text.ReplaceLineEndings("\n");
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }

    // What cannot be entered holds nothing that a person could have meant; links may lead in circles.
    private static IEnumerable<string> Walk(string root, string folder, int depth)
    {
        var options = new EnumerationOptions { IgnoreInaccessible = true, AttributesToSkip = FileAttributes.ReparsePoint };
        var here = new DirectoryInfo(Path.Combine(root, folder));
        foreach (var file in here.EnumerateFiles("*", options).OrderBy(file => file.Name, StringComparer.Ordinal))
        {
            yield return folder + file.Name;
        }

        var below = here.EnumerateDirectories("*", options)
            .Where(one => depth < Deepest && !one.Name.StartsWith('.') && !_made.Contains(one.Name));
        foreach (
            var file in below
                .OrderBy(one => one.Name, StringComparer.Ordinal)
                .SelectMany(one => Walk(root, $"{folder}{one.Name}/", depth + 1))
        )
        {
            yield return file;
        }
    }
}
