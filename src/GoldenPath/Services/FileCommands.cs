namespace GoldenPath.Services;

/// <summary>The commands by which a person looks at files, in the words of each system.</summary>
internal static class FileCommands
{
    /// <summary>Shows the end of a file.</summary>
    public static string ReadEnd(string file) =>
        OperatingSystem.IsWindows() ? $"Get-Content -Tail 100 -LiteralPath '{file.Replace('/', '\\')}'" : $"tail -n 100 '{file}'";

    /// <summary>Shows how much room is left.</summary>
    /// <param name="folder">The folder in question; <c>null</c> for all disks.</param>
    public static string Room(string? folder = null) =>
        OperatingSystem.IsWindows() ? "Get-PSDrive -PSProvider FileSystem"
        : folder is null ? "df -h"
        : $"df -h '{folder}'";
}
