namespace GoldenPath.Tests.Docker;

/// <summary>A folder that is gone afterwards.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("golden-path-");

    public string Path => _folder.FullName;

    public string In(string name) => System.IO.Path.Combine(Path, name);

    public void Write(string name, params string[] lines)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(In(name))!);
        File.WriteAllLines(In(name), lines);
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
