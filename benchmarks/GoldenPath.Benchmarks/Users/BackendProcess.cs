using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace GoldenPath.Benchmarks.Users;

/// <summary>The reference backend, started for a benchmark on a free port of loopback.</summary>
internal sealed partial class BackendProcess : IAsyncDisposable
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(30);

    private readonly Process _process;
    private readonly TaskCompletionSource<int> _port = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private BackendProcess()
    {
        _process = new Process
        {
            StartInfo = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "AgentBackend.dll")])
            {
                RedirectStandardOutput = true,
                Environment = { ["ASPNETCORE_URLS"] = "http://127.0.0.1:0" },
            },
        };
        _process.OutputDataReceived += (_, line) => Read(line.Data); // Read to the end: a full pipe would hold the service up.
    }

    public int Pid => _process.Id;

    public int Port => _port.Task.Result;

    /// <summary>What it has used so far.</summary>
    public Usage Usage => Usage.Of(_process);

    public static async Task<BackendProcess> StartAsync(CancellationToken cancellationToken)
    {
        var backend = new BackendProcess();
        try
        {
            backend._process.Start();
            backend._process.BeginOutputReadLine();
            await backend._port.Task.WaitAsync(_patience, cancellationToken);
            return backend;
        }
        catch
        {
            await backend.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private void Read(string? line)
    {
        if (line is null)
        {
            _port.TrySetException(new UsageException("AgentBackend ended before it listened."));
        }
        else if (Announcement().Match(line) is { Success: true } match)
        {
            _port.TrySetResult(int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture));
        }
    }

    [GeneratedRegex(@"Now listening on: http://[^ ]*:(\d+)")]
    private static partial Regex Announcement();
}
