using System.Text.Json;

namespace GoldenPath.Builds;

/// <summary>What MSBuild says about a project that it built.</summary>
/// <param name="Assembly">The full path of the assembly; empty for a project with several target frameworks.</param>
/// <param name="Folders">The folders of the project and of all projects that it references, directly or not.</param>
/// <param name="CompiledFiles">The full paths of the files that the project itself compiles.</param>
internal sealed record BuildEvaluation(string Assembly, IReadOnlyList<string> Folders, IReadOnlyList<string> CompiledFiles)
{
    /// <summary>The options by which MSBuild builds and writes what <see cref="Load"/> reads.</summary>
    public static IReadOnlyList<string> Options(string file) =>
        ["-t:Build", "-getProperty:TargetPath", "-getProperty:ProjectAssetsFile", "-getItem:Compile", $"-getResultOutputFile:{file}"];

    public static BuildEvaluation Load(string file, string project)
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(file));
        var properties = document.RootElement.GetProperty("Properties");
        var compiled = document
            .RootElement.GetProperty("Items")
            .GetProperty("Compile")
            .EnumerateArray()
            .Select(item => item.GetProperty("FullPath").GetString()!);
        return new BuildEvaluation(
            properties.GetProperty("TargetPath").GetString()!,
            [Path.GetDirectoryName(project)!, .. References(properties.GetProperty("ProjectAssetsFile").GetString()!, project)],
            [.. compiled]
        );
    }

    /// <summary>The folders of the referenced projects, as the restore found them: conditions and imports are resolved there.</summary>
    private static IEnumerable<string> References(string assetsFile, string project)
    {
        if (!File.Exists(assetsFile))
            return [];
        using var assets = JsonDocument.Parse(File.ReadAllBytes(assetsFile));
        return
        [
            .. assets
                .RootElement.GetProperty("libraries")
                .EnumerateObject()
                .Where(library =>
                    library.Value.GetProperty("type").ValueEquals("project") && library.Value.TryGetProperty("msbuildProject", out _)
                )
                .Select(library => library.Value.GetProperty("msbuildProject").GetString()!)
                .Select(reference => Path.GetDirectoryName(Path.GetFullPath(reference, Path.GetDirectoryName(project)!))!),
        ];
    }
}
