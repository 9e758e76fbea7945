using System.Diagnostics;
using GoldenPath.Docker.Engine;

namespace GoldenPath.Tests.Docker;

/// <summary>A Docker engine that the specs start for themselves, with its own socket and data, and end again.</summary>
internal sealed class OwnEngine : IAsyncDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("golden-path-engine-");
    private readonly Process _engine;

    /// <param name="data">The folder of its images and containers. Default: one of its own.</param>
    /// <param name="through">A command that starts it somewhere else. Default: none.</param>
    /// <param name="more">More options.</param>
    public OwnEngine(string? data = null, IReadOnlyList<string>? through = null, IReadOnlyList<string>? more = null)
    {
        IReadOnlyList<string> command =
        [
            .. through ?? [],
            "dockerd",
            "--data-root",
            data ?? In("data"),
            "--exec-root",
            In("exec"),
            "--pidfile",
            In("pid"),
            "--host",
            "unix://" + In("docker.sock"),
            "--log-level",
            "error",
            .. more ?? [],
        ];
        _engine = Process.Start(new ProcessStartInfo(command[0], command.Skip(1)) { RedirectStandardError = true })!;
        _engine.BeginErrorReadLine();
    }

    /// <summary>The id of its process.</summary>
    public int Pid => _engine.Id;

    /// <summary>Whether Docker is installed, and this user may start it.</summary>
    public static bool IsPossible { get; } =
        OperatingSystem.IsLinux()
        && Environment.IsPrivilegedProcess
        && (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Any(folder => File.Exists(Path.Combine(folder, "dockerd")));

    public LocatedEngine Address => new() { Endpoint = new Uri("unix://" + In("docker.sock")), Source = "the engine of the specs" };

    public Task ReadyAsync() => Wait.UntilAsync(AnswersAsync, TimeSpan.FromSeconds(60));

    public async ValueTask DisposeAsync()
    {
        using (var kill = Process.Start("kill", ["-TERM", $"{_engine.Id}"]))
        {
            await kill.WaitForExitAsync();
        }

        await _engine.WaitForExitAsync();
        _engine.Dispose();
        _folder.Delete(recursive: true);
    }

    private async Task<bool> AnswersAsync()
    {
        try
        {
            Assert.False(_engine.HasExited, "dockerd ended at once; run it by hand to see why.");
            using var connection = await EngineConnection.OpenAsync(Address, TimeProvider.System, CancellationToken.None);
            return true;
        }
        catch (PipelineException)
        {
            return false;
        }
    }

    private string In(string name) => Path.Combine(_folder.FullName, name);
}
