namespace GoldenPath.Tests.Scripts;

/// <summary>The programs of this machine, or fewer of them.</summary>
internal static class Tools
{
    private static readonly string[] Needed =
    [
        "bash", "sh", "env", "dirname", "find", "sort", "grep", "sed", "paste", "mkdir", "rm", "mv", "cat", "sleep", "cp", "uname",
        "flock", "curl", "wget", "dotnet",
    ];

    public static string Find(string name) =>
        Environment.GetEnvironmentVariable("PATH")!.Split(':').Select(x => Path.Combine(x, name)).First(File.Exists);

    /// <summary>A search path with what the scripts need, less some of it.</summary>
    public static string Without(params string[] names)
    {
        var folder = Path.Combine(Path.GetTempPath(), $"tools-without-{string.Join('-', names)}-{Environment.ProcessId}");
        Directory.CreateDirectory(folder);
        foreach (var name in Needed.Except(names))
        {
            var link = Path.Combine(folder, name);
            if (!File.Exists(link) && Environment.GetEnvironmentVariable("PATH")!.Split(':').Any(x => File.Exists(Path.Combine(x, name))))
                File.CreateSymbolicLink(link, Find(name));
        }

        return folder;
    }
}
