namespace GoldenPath.Guard.Windows;

/// <summary>Finds the file that a name without its extension means, by the list in <c>PATHEXT</c>.</summary>
/// <param name="extensions">The value of <c>PATHEXT</c>; <c>null</c> where there is none.</param>
/// <param name="isFile">Whether there is a file of a full path.</param>
internal sealed class ProgramSearch(string? extensions, Func<string, bool> isFile)
{
    /// <summary>What the system starts without help; others (<c>.PS1</c>, <c>.PY</c>, <c>.VBS</c>) need their interpreter named.</summary>
    private static readonly string[] Startable = [".COM", ".EXE", ".BAT", ".CMD"];

    private readonly string[] _extensions = Listed(extensions);

    /// <summary>The file in one of the folders of a <c>PATH</c>; <c>null</c> where none has it.</summary>
    public string? InPath(string name, string? path) =>
        (path ?? "")
            .Split(';')
            .Select(folder => folder.Trim().Trim('"').TrimEnd('\\', '/'))
            .Where(folder => folder.Length > 0)
            .Select(folder => At($"{folder}\\{name}"))
            .FirstOrDefault(file => file is not null);

    /// <summary>The file of a full path, whose extension may be left out; <c>null</c> where there is none.</summary>
    /// <remarks>Beside <c>npm.cmd</c> lies a script for other systems that is called <c>npm</c>: a name that has no extension of the list is tried
    /// with each of these first.</remarks>
    public string? At(string path)
    {
        IEnumerable<string> extended = _extensions.Select(extension => path + extension.ToLowerInvariant());
        var isWhole = Array.Exists(_extensions, extension => path.EndsWith(extension, StringComparison.OrdinalIgnoreCase));
        return (isWhole ? extended.Prepend(path) : extended.Append(path)).FirstOrDefault(isFile);
    }

    /// <summary>Whether a file is a batch file, which the system starts through <c>cmd.exe</c>.</summary>
    public static bool IsBatch(string file) =>
        file.EndsWith(".bat", StringComparison.OrdinalIgnoreCase) || file.EndsWith(".cmd", StringComparison.OrdinalIgnoreCase);

    private static string[] Listed(string? extensions)
    {
        var listed = (extensions ?? "").Split(';', StringSplitOptions.TrimEntries).Where(Starts).ToArray();
        return listed.Length > 0 ? listed : Startable;
    }

    private static bool Starts(string extension) => Startable.Contains(extension, StringComparer.OrdinalIgnoreCase);
}
