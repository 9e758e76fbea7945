using System.ComponentModel;
using System.Diagnostics;
using System.Text;
using System.Text.Json;
using GoldenPath.Guard.Leases;
using GoldenPath.Guard.Protocol;
using GoldenPath.Guard.Windows;

namespace GoldenPath.Services;

/// <summary>The line to a guard that this process has started. When this process dies, the guard sees its end.</summary>
internal sealed class GuardLine : IDisposable
{
    private readonly Process _guard;
    private readonly Stream _commands;
    private readonly Lock _sending = new();
    private readonly TaskCompletionSource<string> _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private GuardLine(Process guard) => (_guard, _commands) = (guard, guard.StandardInput.BaseStream);

    /// <summary>Completes when the guard has ended, with what it said last.</summary>
    public Task<string> Ended => _ended.Task;

    public int Pid => _guard.Id;

    /// <exception cref="IOException">The guard's program is missing.</exception>
    /// <exception cref="Win32Exception">The system refused to start it.</exception>
    public static GuardLine Open(string runId)
    {
        using var own = OperatingSystem.IsWindows() ? new OwnHandles() : null;
        return new(Process.Start(GuardProgramFile.StartInfo(runId))!);
    }

    /// <summary>Begins to hand on the guard's reports, on a thread of its own: nothing else may delay the news of an exit.</summary>
    public void Listen(Action<GuardReport> report)
    {
        new Thread(() => Run(report)) { IsBackground = true, Name = "guard" }.Start();
    }

    /// <summary>Sends a command. Where the guard is dead, <see cref="Ended"/> says so.</summary>
    public void Send(GuardCommand command)
    {
        var line = JsonText.Write(command.Write, isLine: true);
        lock (_sending)
        {
            try
            {
                _commands.Write(line);
                _commands.Flush();
            }
            catch (Exception e) when (e is IOException or ObjectDisposedException)
            {
                // The reading side reports the end.
            }
        }
    }

    public void Dispose()
    {
        lock (_sending)
        {
            _commands.Dispose();
        }
        _guard.Dispose();
    }

    private void Run(Action<GuardReport> report)
    {
        try
        {
            while (_guard.StandardOutput.ReadLine() is { } line)
            {
                report(JsonText.Read(Encoding.UTF8.GetBytes(line), GuardReport.Read));
            }
            var error = _guard.StandardError.ReadToEnd();
            _guard.WaitForExit();
            _ended.TrySetResult($"exit code {_guard.ExitCode}{(error.Length > 0 ? ": " + error.Trim().Split('\n')[0] : "")}");
        }
        catch (Exception e) when (e is IOException or InvalidOperationException or JsonException or ObjectDisposedException)
        {
            _ended.TrySetResult(e.Message);
        }
    }
}
