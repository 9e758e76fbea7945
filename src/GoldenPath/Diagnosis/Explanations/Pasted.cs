using System.Text.RegularExpressions;

namespace GoldenPath.Diagnosis.Explanations;

/// <summary>Commands to paste, in the words of the system at hand.</summary>
/// <remarks>What a log says, anybody may have written. A command takes from there only what is a plain name, word or path; for anything else there is no command, so that what
/// is pasted does what its text says and nothing else.</remarks>
internal static partial class Pasted
{
    private static readonly string[] SystemFolders =
    [
        "/bin",
        "/boot",
        "/dev",
        "/etc",
        "/lib",
        "/lib64",
        "/proc",
        "/root",
        "/run",
        "/sbin",
        "/sys",
        "/usr",
        "/var",
    ];

    /// <summary>A command with a name: of a package, a database, a user, a host.</summary>
    /// <returns><c>null</c> where there is no name, or it is none.</returns>
    public static string? WithName(string? name, Func<string, string> command) =>
        name is not null && PlainName().IsMatch(name) ? command(name) : null;

    /// <summary>A command with a word that may have parts, such as an image with its registry and tag.</summary>
    /// <returns><c>null</c> where there is no word, or it is none.</returns>
    public static string? WithWord(string? word, Func<string, string> command) =>
        word is not null && PlainWord().IsMatch(word) ? command(word) : null;

    /// <summary>A command with a path, which it gets quoted.</summary>
    /// <returns><c>null</c> where there is no path, or it holds what no terminal should be given.</returns>
    public static string? WithPath(string? path, Func<string, string> command) =>
        path is { Length: > 0 } && !path.Any(char.IsControl)
            // The shell knows the home folder only outside of quotes.
            ? command(
                path.StartsWith("~/", StringComparison.Ordinal) && !OperatingSystem.IsWindows() ? "~/" + Quote(path[2..]) : Quote(path)
            )
            : null;

    /// <summary>Text as one argument: it breaks out of no quotes (PowerShell's on Windows, elsewhere the shell's).</summary>
    public static string Quote(string text) =>
        OperatingSystem.IsWindows()
            ? $"'{text.Replace("'", "''", StringComparison.Ordinal)}'"
            : $"'{text.Replace("'", "'\\''", StringComparison.Ordinal)}'";

    /// <summary>Whether a path is the system's own, or lies at the root: to change whose it is would break more than it mends.</summary>
    public static bool IsOfSystem(string path)
    {
        var full = path.Replace('\\', '/').TrimEnd('/');
        return full.Contains("..", StringComparison.Ordinal)
            || full.LastIndexOf('/') <= 0 && path.StartsWith('/')
            || full.Contains(":/Windows", StringComparison.OrdinalIgnoreCase)
            || full.Contains(":/Program", StringComparison.OrdinalIgnoreCase)
            || Array.Exists(SystemFolders, folder => full == folder || full.StartsWith(folder + "/", StringComparison.Ordinal));
    }

    /// <summary>Sets variables of the shell; <c>null</c> where one of the names is none.</summary>
    public static string? Export(IReadOnlyList<string> names) =>
        names.All(name => Variable().IsMatch(name))
            ? string.Join(
                OperatingSystem.IsWindows() ? "; " : " ",
                names.Select(name => OperatingSystem.IsWindows() ? $"$env:{name} = '…'" : $"export {name}=…")
            )
            : null;

    [GeneratedRegex(@"^(@[A-Za-z0-9][A-Za-z0-9._-]{0,60}/)?[A-Za-z0-9_][A-Za-z0-9._-]{0,120}\z", RegexOptions.CultureInvariant)]
    private static partial Regex PlainName();

    [GeneratedRegex(@"^(?!.*://)[A-Za-z0-9_][A-Za-z0-9._:@/-]{0,200}\z", RegexOptions.CultureInvariant)]
    private static partial Regex PlainWord();

    [GeneratedRegex(@"^[A-Za-z_][A-Za-z0-9_]{0,120}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Variable();
}
