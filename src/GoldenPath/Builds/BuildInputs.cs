using System.IO.Enumeration;

namespace GoldenPath.Builds;

/// <summary>The files that a build depends on: everything in the folders of its projects but outputs and hidden folders, and what MSBuild
/// and NuGet look for in the folders above.</summary>
/// <remarks>Not seen are files outside these folders that an import or a referenced project names.</remarks>
/// <param name="Fingerprint">Changes whenever a file does.</param>
/// <param name="Youngest">When the youngest file was written.</param>
internal sealed record BuildInputs(string Fingerprint, DateTime Youngest)
{
    /// <summary>Folders beside a project file that hold what builds and tests write.</summary>
    private static readonly string[] Outputs = ["bin", "obj", "artifacts", "TestResults"];

    private static readonly string[] LookedForAbove =
    [
        "Directory.Build.props",
        "Directory.Build.targets",
        "Directory.Build.rsp",
        "Directory.Packages.props",
        "global.json",
        "nuget.config",
        "NuGet.config",
        "NuGet.Config",
        ".editorconfig",
        ".globalconfig",
    ];

    public static BuildInputs Of(IEnumerable<string> folders, IEnumerable<string> linkedFiles)
    {
        var files = new FileFingerprint();
        var above = new HashSet<string>();
        foreach (var folder in folders.Where(Directory.Exists))
        {
            foreach (var (path, size, written) in FilesIn(folder))
                files.Add(path, size, written);
            for (
                var parent = Path.GetDirectoryName(folder);
                parent is not null && above.Add(parent);
                parent = Path.GetDirectoryName(parent)
            )
            {
                foreach (var name in LookedForAbove)
                    files.AddIfExists(Path.Combine(parent, name));
            }
        }
        foreach (var file in linkedFiles)
            files.AddIfExists(file);
        return new BuildInputs(files.ToString(), files.Youngest);
    }

    private static FileSystemEnumerable<(string Path, long Size, DateTime Written)> FilesIn(string folder) =>
        new(
            folder,
            (ref entry) => (entry.ToFullPath(), entry.Length, entry.LastWriteTimeUtc.UtcDateTime),
            new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint }
        )
        {
            ShouldIncludePredicate = (ref entry) => !entry.IsDirectory,
            ShouldRecursePredicate = (ref entry) => !IsSkipped(entry.Directory.ToString(), entry.FileName.ToString()),
        };

    private static bool IsSkipped(string parent, string name) =>
        name[0] == '.' || name == "node_modules" || (Outputs.Contains(name) && Directory.EnumerateFiles(parent, "*.*proj").Any());
}
