using System.Diagnostics;
using System.Text;
using GoldenPath.Tests.Pipeline;

namespace GoldenPath.Tests.Terminal;

/// <summary>A build that a person runs on a terminal of 80 × 24.</summary>
internal sealed class TerminalRun : IDisposable
{
    private readonly Process _process;
    private readonly StringBuilder _output = new();
    private readonly Task _reading;

    private TerminalRun(Process process)
    {
        _process = process;
        _reading = ReadAsync();
    }

    /// <summary>What has been written so far, control sequences included.</summary>
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

    /// <summary>Starts it.</summary>
    public static TerminalRun Start(PipelineFolder folder, string arguments, params (string Name, string? Value)[] environment)
    {
        var start = new ProcessStartInfo(
            "script",
            ["-qefc", $"stty cols 80 rows 24 && exec dotnet '{folder.Program}' {arguments}", "/dev/null"]
        )
        {
            WorkingDirectory = folder.Path,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        (string Name, string? Value)[] usual =
        [
            ("TERM", "xterm-256color"),
            ("NUKE_VERBOSITY", null),
            ("CI", null),
            ("NO_COLOR", null),
            ("FORCE_COLOR", null),
            ("GOLDENPATH_STATE", Path.Combine(folder.Path, "state")),
        ];
        foreach (var (name, value) in folder.Environment.Select(one => (one.Key, one.Value)).Concat(usual).Concat(environment))
        {
            start.Environment[name] = value;
        }

        return new TerminalRun(Process.Start(start)!);
    }

    /// <summary>Waits until a person sees something.</summary>
    public Task ShowsAsync(string text) =>
        Wait.UntilAsync(() => ScreenText.Of(Output).Contains(text, StringComparison.Ordinal), what: $"'{text}' on the screen");

    /// <summary>Types Ctrl-C.</summary>
    public async Task InterruptAsync()
    {
        await _process.StandardInput.WriteAsync('\u0003');
        await _process.StandardInput.FlushAsync();
    }

    /// <summary>Waits for the end.</summary>
    /// <returns>All that was written.</returns>
    public async Task<string> EndAsync(int exitCode)
    {
        await _process.WaitForExitAsync();
        await _reading;
        Assert.True(_process.ExitCode == exitCode, $"exit code {_process.ExitCode} instead of {exitCode}:\n{Output}");
        return Output;
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
        }

        _process.Dispose();
    }

    private async Task ReadAsync()
    {
        var block = new char[4096];
        while (await _process.StandardOutput.ReadAsync(block) is > 0 and var read)
        {
            lock (_output)
            {
                _output.Append(block, 0, read);
            }
        }
    }
}
