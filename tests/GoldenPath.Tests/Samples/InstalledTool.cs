using System.Diagnostics;
using GoldenPath.Tests.Packages;

namespace GoldenPath.Tests.Samples;

/// <summary>The tool as another team has it: installed from its package, with a package cache that was empty before.</summary>
internal static class InstalledTool
{
    private static readonly string _home = Path.Combine(AppContext.BaseDirectory, "another-team");
    private static readonly Lazy<Task> _installed = new(InstallAsync);

    /// <summary>The folder of the command.</summary>
    public static string Folder { get; } = Path.Combine(_home, "tools");

    /// <summary>The packages of that team.</summary>
    public static string Packages { get; } = Path.Combine(_home, "packages");

    /// <summary>Installs it, once.</summary>
    public static Task ReadyAsync() => _installed.Value;

    private static async Task InstallAsync()
    {
        if (Directory.Exists(_home))
        {
            Directory.Delete(_home, recursive: true);
        }

        var start = new ProcessStartInfo(
            "dotnet",
            ["tool", "install", "GoldenPath.Tool", "--tool-path", Folder, "--add-source", await PackedFeed.FolderAsync()]
        )
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["NUGET_PACKAGES"] = Packages },
        };
        using var install = Process.Start(start)!;
        var errors = install.StandardError.ReadToEndAsync();
        var output = await install.StandardOutput.ReadToEndAsync();
        await install.WaitForExitAsync();
        Assert.True(install.ExitCode == 0, output + await errors);
    }
}
