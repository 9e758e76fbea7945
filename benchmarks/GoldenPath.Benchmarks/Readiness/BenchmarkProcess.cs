using System.Diagnostics;
using System.Globalization;
using GoldenPath.Services;

namespace GoldenPath.Benchmarks.Readiness;

/// <summary>The benchmark's own service as a child process.</summary>
internal sealed class BenchmarkProcess : ISupervisedService, IAsyncDisposable
{
    private readonly Process _process;

    public BenchmarkProcess(int port, double boot, double unavailable)
    {
        string[] command = [typeof(BenchmarkProcess).Assembly.Location, "readiness-service", Text(port), Text(boot), Text(unavailable)];
        _process = Process.Start(new ProcessStartInfo("dotnet", command) { RedirectStandardOutput = true })!;
        Exited = WatchAsync();
    }

    public string Name => "service";

    public int Pid => _process.Id;

    public Task<ProcessExit> Exited { get; }

    public string LogFile => "/dev/null";

    public bool Owns(int pid) => pid == Pid;

    /// <summary>The moment from which on it answers, by the clock that all processes share.</summary>
    public async Task<long> HealthySinceAsync() =>
        long.Parse((await _process.StandardOutput.ReadLineAsync())!, CultureInfo.InvariantCulture);

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        _process.Kill();
        await Exited;
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync(CancellationToken.None);
        _process.Dispose();
    }

    private async Task<ProcessExit> WatchAsync()
    {
        await _process.WaitForExitAsync();
        return new(_process.ExitCode, null);
    }

    private static string Text(IFormattable value) => value.ToString(null, CultureInfo.InvariantCulture);
}
