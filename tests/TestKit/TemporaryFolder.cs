namespace GoldenPath.TestKit;

/// <summary>A folder of one spec, removed with everything in it.</summary>
public sealed class TemporaryFolder : IDisposable
{
    public TemporaryFolder() => Path = Directory.CreateTempSubdirectory("golden-path-").FullName;

    public string Path { get; }

    /// <summary>Writes a file and gives its full path.</summary>
    public string Write(string name, params IEnumerable<string> lines)
    {
        var file = File(name);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(file)!);
        System.IO.File.WriteAllText(file, string.Join('\n', lines));
        return file;
    }

    public string File(string name) => System.IO.Path.Combine(Path, name);

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
