using System.Security.Cryptography;
using System.Text;

namespace GoldenPath.Builds;

/// <summary>A hash over names, sizes and times of files. Contents are not read.</summary>
internal sealed class FileFingerprint
{
    private readonly SortedSet<(string Path, long Size, long Ticks)> _files = [];

    /// <summary>When the youngest file was written.</summary>
    public DateTime Youngest => _files.Count == 0 ? DateTime.MinValue : new DateTime(_files.Max(file => file.Ticks), DateTimeKind.Utc);

    public void Add(string path, long size, DateTime written) => _files.Add((path, size, written.Ticks));

    /// <summary>Adds a file if it is there.</summary>
    public void AddIfExists(string path)
    {
        var file = new FileInfo(path);
        if (file.Exists)
            Add(path, file.Length, file.LastWriteTimeUtc);
    }

    public override string ToString()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var (path, size, ticks) in _files)
            hash.AppendData(Encoding.UTF8.GetBytes($"{path}\0{size}\0{ticks}\n"));
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
