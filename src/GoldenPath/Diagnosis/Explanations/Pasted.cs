namespace GoldenPath.Diagnosis.Explanations;

/// <summary>Commands to paste, in the words of the system at hand.</summary>
internal static class Pasted
{
    /// <summary>Text from outside as one argument: it breaks out of no quotes.</summary>
    public static string Quote(string text) =>
        OperatingSystem.IsWindows()
            ? $"\"{text.Replace("\"", "", StringComparison.Ordinal)}\""
            : $"'{text.Replace("'", "'\\''", StringComparison.Ordinal)}'";

    /// <summary>A name that needs no quotes; quoted where it has other characters than names have.</summary>
    public static string Name(string text) =>
        text.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '.' or '_' or '-' or '/' or '@' or '+' or ':' or '\\')
            ? text
            : Quote(text);

    /// <summary>Ends whoever listens on a port.</summary>
    public static string EndHolder(int port) =>
        OperatingSystem.IsWindows()
            ? $"Get-NetTCPConnection -LocalPort {port} -State Listen | ForEach-Object {{ Stop-Process -Id $_.OwningProcess }}"
        : OperatingSystem.IsMacOS() ? $"kill $(lsof -t -iTCP:{port} -sTCP:LISTEN)"
        : $"fuser -k -TERM {port}/tcp";

    /// <summary>Sets a variable of the shell.</summary>
    public static string Export(IEnumerable<string> names) =>
        string.Join(
            OperatingSystem.IsWindows() ? "; " : " ",
            names.Select(name => OperatingSystem.IsWindows() ? $"$env:{name} = '…'" : $"export {name}=…")
        );
}
