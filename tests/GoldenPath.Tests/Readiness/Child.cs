using System.Diagnostics;
using GoldenPath.Services;

namespace GoldenPath.Tests.Readiness;

/// <summary>A real child process: the misbehaving service with a command.</summary>
internal sealed class Child : ISupervisedService, IAsyncDisposable
{
    private readonly Process _process;

    private Child(Process process)
    {
        _process = process;
        Exited = WatchAsync();
    }

    public string Name => "backend";

    public int Pid => _process.Id;

    public Task<ProcessExit> Exited { get; }

    public string LogFile { get; } = Path.GetTempFileName();

    public static Child Start(params string[] command)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "MisbehavingService.dll"), .. command])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        return new(Process.Start(start)!);
    }

    /// <summary>A child that already listens.</summary>
    public static async Task<Child> ListeningAsync(params string[] endPoints)
    {
        var child = Start(["listen", .. endPoints]);
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        await new LogTail(child.LogFile).WaitForAsync(new("listening"), deadline.Token);
        return child;
    }

    public bool Owns(int pid) => pid == Pid;

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        _process.Kill();
        await Exited;
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync(CancellationToken.None);
        _process.Dispose();
        File.Delete(LogFile);
    }

    private async Task<ProcessExit> WatchAsync()
    {
        await using var log = new StreamWriter(
            new FileStream(LogFile, FileMode.Append, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete)
        )
        {
            AutoFlush = true,
        };
        var writer = TextWriter.Synchronized(log);
        await Task.WhenAll(
            CopyAsync(_process.StandardOutput, writer),
            CopyAsync(_process.StandardError, writer),
            _process.WaitForExitAsync()
        );
        return new(_process.ExitCode, null);
    }

    private static async Task CopyAsync(StreamReader from, TextWriter to)
    {
        while (await from.ReadLineAsync() is { } line)
        {
            await to.WriteLineAsync(line);
        }
    }
}
