#nullable enable
using System.Collections.Concurrent;
using System.Diagnostics;

namespace Nuke.Common.Tooling;

/// <summary>A started tool; its output is kept and passed on line by line.</summary>
internal sealed class ToolProcess : IProcess
{
    private readonly Process _process;
    private readonly int? _timeout;
    private readonly ConcurrentQueue<Output> _output = [];

    public ToolProcess(ProcessStartInfo startInfo, int? timeout, Action<OutputType, string>? logger)
    {
        _timeout = timeout;
        _process = new Process { StartInfo = startInfo };
        _process.OutputDataReceived += (_, e) => Receive(OutputType.Std, e.Data, logger);
        _process.ErrorDataReceived += (_, e) => Receive(OutputType.Err, e.Data, logger);
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    public string FileName => _process.StartInfo.FileName;

    public string Arguments => _process.StartInfo.Arguments;

    public string WorkingDirectory => _process.StartInfo.WorkingDirectory;

    public IReadOnlyCollection<Output> Output => _output;

    public int Id => _process.Id;

    public int ExitCode => _process.ExitCode;

    public bool HasExited => _process.HasExited;

    public void Kill() => _process.Kill();

    public bool WaitForExit()
    {
        var exited = _process.WaitForExit(_timeout ?? Timeout.Infinite);
        if (!exited)
            _process.Kill();
        else
            _process.WaitForExit(); // Only this overload waits for the last line of output.
        return exited;
    }

    public void Dispose() => _process.Dispose();

    private void Receive(OutputType type, string? text, Action<OutputType, string>? logger)
    {
        if (text is null)
            return;
        _output.Enqueue(new Output { Type = type, Text = text });
        logger?.Invoke(type, text);
    }
}
