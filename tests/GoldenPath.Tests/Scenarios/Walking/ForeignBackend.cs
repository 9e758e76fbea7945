using System.Diagnostics;
using GoldenPath.Tests.AgentBackend;

namespace GoldenPath.Tests.Scenarios.Walking;

/// <summary>The service in another language as a child process.</summary>
internal static class ForeignBackend
{
    private static readonly SemaphoreSlim _one = new(1);

    /// <summary>Whether what runs it is there.</summary>
    public static bool IsInstalled { get; } = OnPath("node") && OnPath("npm");

    /// <summary>The folder of the repository.</summary>
    public static string Repository { get; } = Root();

    private static string Folder { get; } = Path.Combine(Repository, "tests", "ForeignBackend");

    /// <summary>Starts it on a free port, and waits until it listens.</summary>
    public static async Task<ChildService> StartAsync(string misbehaviour = "")
    {
        await RestoreAsync();
        return await ChildService
            .Launch(
                ["node", "server.js"],
                @"^listening on (\d+)$",
                [("PORT", "0"), ("HOST", "127.0.0.1"), ("FOREIGN_MISBEHAVIOUR", misbehaviour)],
                Folder
            )
            .ListeningAsync();
    }

    private static async Task RestoreAsync()
    {
        await _one.WaitAsync();
        try
        {
            if (!File.Exists(Path.Combine(Folder, "node_modules", "ws", "package.json")))
            {
                await InstallAsync();
            }
        }
        finally
        {
            _one.Release();
        }
    }

    private static async Task InstallAsync()
    {
        using var npm = Process.Start(
            new ProcessStartInfo("npm", ["ci", "--no-audit", "--no-fund"])
            {
                WorkingDirectory = Folder,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            }
        )!;
        var said = await Task.WhenAll(npm.StandardOutput.ReadToEndAsync(), npm.StandardError.ReadToEndAsync());
        await npm.WaitForExitAsync();
        Assert.True(npm.ExitCode == 0, $"npm ci in {Folder} exited with {npm.ExitCode}:\n{string.Concat(said)}");
    }

    private static bool OnPath(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator)
            .Any(folder => File.Exists(Path.Combine(folder, program)));

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "GoldenPath.slnx")))
        {
            folder =
                folder.Parent ?? throw new InvalidOperationException($"No folder above {AppContext.BaseDirectory} holds GoldenPath.slnx.");
        }

        return folder.FullName;
    }
}
