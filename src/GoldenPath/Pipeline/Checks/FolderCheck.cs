using System.Globalization;

namespace GoldenPath.Pipeline.Checks;

/// <summary>Looks whether a run may write where it must, and how much room there is.</summary>
internal static class FolderCheck
{
    private const string Name = "disk";
    private const long LeastSpace = 512L * 1024 * 1024;
    private const double Mebibyte = 1024 * 1024;

    /// <summary>Looks at a folder that a run writes to; it need not exist yet.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="holds">What a run writes there.</param>
    public static Finding Examine(string folder, string holds)
    {
        var existing = new DirectoryInfo(folder);
        while (!existing.Exists && existing.Parent is { } parent && !File.Exists(existing.FullName))
        {
            existing = parent;
        }

        return Unwritable(existing.FullName) is { } why
            ? Finding.Problem(Name, $"{holds} cannot be written in {folder}: {why}", new Remedy("Give this user the right to write there."))
            : Room(existing.FullName);
    }

    private static Finding Room(string folder)
    {
        var free = new DriveInfo(folder).AvailableFreeSpace;
        var text = string.Create(CultureInfo.InvariantCulture, $"{free / Mebibyte:0} MiB are free in {folder}");
        return free < LeastSpace
            ? Finding.Problem(
                Name,
                $"Only {text}; a run may fill that.",
                new Remedy("See what takes the room.", $"du -xh --max-depth=1 '{folder}' | sort -h")
            )
            : Finding.Ok(Name, text);
    }

    // Rights alone do not tell: a file system may be read-only, or full. The file is gone when it is closed.
    private static string? Unwritable(string folder)
    {
        try
        {
            using var file = new FileStream(
                Path.Combine(folder, $".golden-path-{Guid.NewGuid():N}"),
                FileMode.CreateNew,
                FileAccess.Write,
                FileShare.None,
                bufferSize: 1,
                FileOptions.DeleteOnClose
            );
            file.WriteByte(0);
            file.Flush();
            return null;
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            return refused.Message;
        }
    }
}
