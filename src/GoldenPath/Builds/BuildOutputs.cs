namespace GoldenPath.Builds;

/// <summary>What a build left beside its assembly: assemblies and what the runtime reads to start them.</summary>
internal static class BuildOutputs
{
    private static readonly string[] Patterns = ["*.dll", "*.deps.json", "*.runtimeconfig.json"];

    /// <summary>Changes whenever one of the files does; empty where the assembly is missing.</summary>
    public static string Fingerprint(string assembly)
    {
        if (!File.Exists(assembly))
            return "";
        var files = new FileFingerprint();
        var folder = new DirectoryInfo(Path.GetDirectoryName(assembly)!);
        foreach (var file in Patterns.SelectMany(folder.EnumerateFiles))
            files.Add(file.FullName, file.Length, file.LastWriteTimeUtc);
        return files.ToString();
    }
}
