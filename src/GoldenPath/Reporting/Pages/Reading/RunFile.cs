namespace GoldenPath.Reporting.Pages.Reading;

/// <summary>A file of a run folder.</summary>
/// <param name="Name">Its path in the folder, with slashes.</param>
/// <param name="Length">How long it is, in bytes.</param>
internal sealed record RunFile(string Name, long Length)
{
    private const int Most = 300;

    private static readonly EnumerationOptions Real = new()
    {
        RecurseSubdirectories = true,
        AttributesToSkip = FileAttributes.ReparsePoint,
    };

    /// <summary>The address from a page in the folder.</summary>
    public string Link => string.Join('/', Name.Split('/').Select(Uri.EscapeDataString));

    /// <summary>What is in a folder now, by name; links are left out.</summary>
    public static IReadOnlyList<RunFile> In(string folder) =>
        [
            .. new DirectoryInfo(folder)
                .EnumerateFiles("*", Real)
                .Take(Most)
                .Select(file => new RunFile(
                    Path.GetRelativePath(folder, file.FullName).Replace(Path.DirectorySeparatorChar, '/'),
                    file.Length
                ))
                .OrderBy(file => file.Name, StringComparer.Ordinal),
        ];
}
