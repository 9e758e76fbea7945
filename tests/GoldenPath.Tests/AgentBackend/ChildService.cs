using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;

namespace GoldenPath.Tests.AgentBackend;

/// <summary>A service in a real child process, which says itself on which port it listens. It is stopped by SIGTERM, and killed if that does not help.</summary>
internal sealed class ChildService : IAsyncDisposable
{
    private static readonly TimeSpan _deadline = TimeSpan.FromSeconds(30);

    private readonly Process _process;
    private readonly StringBuilder _output = new();
    private readonly TaskCompletionSource<int> _port = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Regex _announcement;

    private ChildService(ProcessStartInfo start, Regex announcement)
    {
        _announcement = announcement;
        _process = new Process { StartInfo = start, EnableRaisingEvents = true };
        _process.OutputDataReceived += (_, line) => Take(line.Data);
        _process.ErrorDataReceived += (_, line) => Take(line.Data);
        _process.Exited += (_, _) => _port.TrySetException(new InvalidOperationException("The service exited before it listened."));
    }

    /// <summary>Everything it has written so far.</summary>
    public string Output
    {
        get
        {
            lock (_output)
            {
                return _output.ToString();
            }
        }
    }

    public int Pid => _process.Id;

    public bool HasExited => _process.HasExited;

    public int Port { get; private set; }

    public Uri HttpUrl => new($"http://127.0.0.1:{Port}");

    public Uri WebSocketUrl => new($"ws://127.0.0.1:{Port}/ws");

    /// <summary>Starts a command; the announcement is the line that names the port, in its first group.</summary>
    public static ChildService Launch(
        IEnumerable<string> command,
        string announcement,
        IEnumerable<(string Name, string Value)> environment,
        string? directory = null
    )
    {
        var start = new ProcessStartInfo(command.First(), command.Skip(1))
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = directory ?? AppContext.BaseDirectory,
        };
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        var service = new ChildService(start, new Regex(announcement, RegexOptions.CultureInvariant));
        service._process.Start();
        service._process.BeginOutputReadLine();
        service._process.BeginErrorReadLine();
        return service;
    }

    /// <summary>Waits until it says that it listens.</summary>
    public async Task<ChildService> ListeningAsync()
    {
        try
        {
            Port = await _port.Task.WaitAsync(_deadline);
            return this;
        }
        catch (Exception never) when (never is TimeoutException or InvalidOperationException)
        {
            await DisposeAsync();
            throw new InvalidOperationException($"{never.Message} It said:\n{Output}", never);
        }
    }

    /// <summary>Sends SIGTERM.</summary>
    public async Task TerminateAsync()
    {
        using var kill = Process.Start("kill", ["-TERM", $"{Pid}"]);
        await kill.WaitForExitAsync();
    }

    /// <summary>Waits for its end.</summary>
    /// <returns>Its exit code; its output is complete then.</returns>
    public async Task<int> ExitedAsync()
    {
        using var deadline = new CancellationTokenSource(_deadline);
        await _process.WaitForExitAsync(deadline.Token);
        return _process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            await TerminateAsync();
            try
            {
                await ExitedAsync();
            }
            catch (OperationCanceledException)
            {
                _process.Kill(entireProcessTree: true);
            }
        }

        _process.Dispose();
    }

    private void Take(string? line)
    {
        if (line is null)
        {
            return;
        }

        lock (_output)
        {
            _output.AppendLine(line);
        }

        if (_announcement.Match(line) is { Success: true } match)
        {
            _port.TrySetResult(int.Parse(match.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture));
        }
    }
}
