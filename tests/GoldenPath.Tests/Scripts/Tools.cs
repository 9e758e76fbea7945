namespace GoldenPath.Tests.Scripts;

/// <summary>The programs of this machine, or fewer of them.</summary>
internal static class Tools
{
    private static readonly string[] Needed =
    [
        "bash",
        "sh",
        "env",
        "dirname",
        "find",
        "sort",
        "grep",
        "sed",
        "paste",
        "mkdir",
        "rm",
        "mv",
        "cat",
        "sleep",
        "cp",
        "uname",
        "flock",
        "curl",
        "wget",
        "dotnet",
    ];

    public static string Find(string name) => Places(name).First();

    /// <summary>Makes the folder a search path with what the scripts need, less some of it.</summary>
    public static string Without(string folder, params string[] names)
    {
        Directory.CreateDirectory(folder);
        foreach (var name in Needed.Except(names).Where(x => Places(x).Any()))
            File.CreateSymbolicLink(Path.Combine(folder, name), Find(name));
        return folder;
    }

    private static IEnumerable<string> Places(string name) =>
        Environment.GetEnvironmentVariable("PATH")!.Split(':').Select(x => Path.Combine(x, name)).Where(File.Exists);
}
