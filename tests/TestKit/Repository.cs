namespace GoldenPath.TestKit;

/// <summary>The checkout that these specs were built from.</summary>
public static class Repository
{
    /// <summary>The full path of its root.</summary>
    public static string Root { get; } = Find(AppContext.BaseDirectory);

    public static string File(string path) => Path.Combine(Root, path);

    private static string Find(string folder) =>
        System.IO.File.Exists(Path.Combine(folder, "GoldenPath.slnx")) ? folder : Find(Path.GetDirectoryName(folder)!);
}
