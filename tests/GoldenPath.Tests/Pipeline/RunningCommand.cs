using System.Diagnostics;
using System.Text;

namespace GoldenPath.Tests.Pipeline;

/// <summary>A .NET program that runs as a child, with what it prints.</summary>
internal sealed class RunningCommand : IDisposable
{
    private readonly Process _process;
    private readonly StringBuilder _output = new();

    private RunningCommand(Process process)
    {
        _process = process;
        _process.OutputDataReceived += (_, line) => Take(line.Data);
        _process.ErrorDataReceived += (_, line) => Take(line.Data);
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    public int Pid => _process.Id;

    public bool HasEnded => _process.HasExited;

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

    /// <summary>Starts a .NET program.</summary>
    /// <param name="directory">Where it runs.</param>
    /// <param name="arguments">The program and its arguments.</param>
    /// <param name="environment">What differs from the environment of the specs.</param>
    /// <param name="through">A command that starts it with other rights, such as <c>setpriv</c>; default: none.</param>
    public static RunningCommand Start(
        string directory,
        IEnumerable<string> arguments,
        Dictionary<string, string?> environment,
        IReadOnlyList<string>? through = null
    )
    {
        string[] command = [.. through ?? [], "dotnet", .. arguments];
        var start = new ProcessStartInfo(command[0], command[1..])
        {
            WorkingDirectory = directory,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        return new RunningCommand(Process.Start(start)!);
    }

    public async Task<CommandOutput> EndAsync()
    {
        await _process.WaitForExitAsync();
        return new CommandOutput(_process.ExitCode, Output);
    }

    /// <summary>Waits until it has printed something.</summary>
    public Task PrintsAsync(string text) =>
        Wait.UntilAsync(() => Output.Contains(text, StringComparison.Ordinal), what: $"the output '{text}'");

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
        }

        _process.Dispose();
    }

    private void Take(string? line)
    {
        if (line is null)
        {
            return; // One of the two streams has ended.
        }

        lock (_output)
        {
            _output.Append(line).Append('\n');
        }
    }
}
