using System.Diagnostics;

namespace GoldenPath.Tests.Packages;

/// <summary>The packages of this checkout as a feed, packed once for all specs from what is built already. Where the machine's feed lacks Nuke,
/// the stand-ins are in it under Nuke's names, so that another team's build restores as it would elsewhere.</summary>
internal static class PackedFeed
{
    private static readonly Lazy<Task<string>> _folder = new(PackAsync);

    /// <summary>The folder.</summary>
    public static Task<string> FolderAsync() => _folder.Value;

    /// <summary>The file of a package.</summary>
    /// <param name="id">The package.</param>
    /// <param name="extension">Its kind.</param>
    public static async Task<string> FileAsync(string id, string extension = "nupkg") =>
        Directory
            .GetFiles(await FolderAsync(), $"{id}.*.{extension}")
            .Single(file => char.IsAsciiDigit(Path.GetFileName(file)[id.Length + 1]));

    private static async Task<string> PackAsync()
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "packed");
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }

        await PackAsync("Packages.slnf", folder);
        if (UsesStandIns)
        {
            await PackAsync("standins/Nuke.Common/Nuke.Common.csproj", folder, "-p:IsPackable=true");
            await PackAsync("standins/Nuke.Components/Nuke.Components.csproj", folder, "-p:IsPackable=true");
        }

        return folder;
    }

    // What the projects of these specs were built with.
    private static bool UsesStandIns =>
        File.ReadAllText(Repository.File("src/GoldenPath.Nuke/obj/project.assets.json"))
            .Contains("standins/Nuke.Common", StringComparison.Ordinal);

    private static async Task PackAsync(string project, string folder, params string[] more)
    {
        string[] arguments =
        [
            "pack",
            project,
            "--no-build",
            "--configuration",
            Configuration,
            "--output",
            folder,
            "--nologo",
            $"-p:StandIns={(UsesStandIns ? "true" : "false")}",
            .. more,
        ];
        var start = new ProcessStartInfo("dotnet", arguments)
        {
            WorkingDirectory = Repository.Root,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var pack = Process.Start(start)!;
        var errors = pack.StandardError.ReadToEndAsync();
        var output = await pack.StandardOutput.ReadToEndAsync();
        await pack.WaitForExitAsync();
        Assert.True(pack.ExitCode == 0, output + await errors);
    }

    private static string Configuration =>
        AppContext.BaseDirectory.Contains($"{Path.DirectorySeparatorChar}Release{Path.DirectorySeparatorChar}", StringComparison.Ordinal)
            ? "Release"
            : "Debug";
}
