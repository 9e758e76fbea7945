using System.Text.Json;

namespace GoldenPath.Guard.Leases;

/// <summary>The leases of a user on this machine: one file each, replaced as a whole, so that a reader never sees half of one.</summary>
/// <param name="directory">The full path of their folder.</param>
internal sealed class LeaseStore(string directory)
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    public string Directory => directory;

    public string FileOf(string id) => Path.Combine(directory, id + ".json");

    /// <exception cref="IOException">The disk is full, or the folder cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder belongs to somebody else.</exception>
    public void Write(Lease lease)
    {
        CreateDirectory(directory);
        AtomicFile.Write(FileOf(lease.Id), stream => stream.Write(JsonText.Write(json => LeaseText.Write(json, lease), isLine: true)));
    }

    /// <summary>Reads a lease; <c>null</c> where it is gone.</summary>
    /// <exception cref="JsonException">It is not a lease, or of a format that this version does not know.</exception>
    public static Lease? Read(string file)
    {
        try
        {
            using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            var bytes = new byte[stream.Length];
            stream.ReadExactly(bytes);
            return JsonText.Read(bytes, LeaseText.Read);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    public Lease? Find(string id) => Read(FileOf(id));

    public IEnumerable<string> Files() =>
        System.IO.Directory.Exists(directory) ? System.IO.Directory.EnumerateFiles(directory, "*.json") : [];

    /// <summary>Drafts that a killed writer left.</summary>
    public IEnumerable<string> Drafts() =>
        System.IO.Directory.Exists(directory) ? System.IO.Directory.EnumerateFiles(directory, "*" + AtomicFile.Draft) : [];

    /// <summary>Removes a lease.</summary>
    /// <returns>Why that is impossible; <c>null</c> where it is gone.</returns>
    public string? Delete(string id)
    {
        try
        {
            File.Delete(FileOf(id));
            return null;
        }
        catch (DirectoryNotFoundException)
        {
            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return $"The lease {FileOf(id)} cannot be removed: {e.Message}";
        }
    }

    public static void CreateDirectory(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            System.IO.Directory.CreateDirectory(path);
        }
        else
        {
            System.IO.Directory.CreateDirectory(path, OwnerOnly);
        }
    }
}
