using System.ComponentModel;
using System.IO.Pipes;
using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using GoldenPath.Guard.Leases;
using GoldenPath.Guard.Processes;
using GoldenPath.Guard.Protocol;
using GoldenPath.Guard.Windows;
using Microsoft.Win32.SafeHandles;

namespace GoldenPath.Guard.Launching;

/// <summary>The children on Windows: jobs, console groups, a wait for each process.</summary>
[SupportedOSPlatform("windows")]
internal sealed class WindowsChildren : IChildren
{
    private static readonly TimeSpan LookAgain = TimeSpan.FromMilliseconds(250);
    private static readonly string Shell = Path.Combine(Environment.SystemDirectory, "cmd.exe");

    public event EventHandler? Reaped;

    public void Dispose()
    {
        // The jobs end with this process, and all that is in them.
    }

    public string Find(LaunchOrder order) =>
        WindowsExecutable.Find(order.Command[0], order.Directory, Variable(order, "PATH"), Variable(order, "PATHEXT"));

    public StartedChild Start(LaunchOrder order, string file)
    {
        var isBatch = ProgramSearch.IsBatch(file);
        string[] arguments = [.. order.Command.Skip(1)];
        var line = isBatch ? BatchLine.Of(Shell, file, arguments) : ArgumentLine.Of(file, arguments);
        var program = isBatch ? Shell : file;
        return line is null ? throw WindowsExecutable.Unwritable(file) : Start(order, program, line);
    }

#pragma warning disable CA2000 // Dispose objects before losing scope: the pump closes them when the output ends.
    private StartedChild Start(LaunchOrder order, string program, string line)
    {
        OutputPipe? output = null;
        AnonymousPipeServerStream? input = null;
        try
        {
            output = new OutputPipe();
            input = order.OpenInput ? new(PipeDirection.Out, HandleInheritability.Inheritable) : null;
            using var nothing = input is null ? NullInput.Open() : null;
            var child = Start(order, program, line, (SafeHandle?)nothing ?? input!.ClientSafePipeHandle, output.Writer);
            output.Writer.Dispose();
            input?.DisposeLocalCopyOfClientHandle();
            return new(child, new PipedOutput(output), input);
        }
        catch (Win32Exception e)
        {
            input?.Dispose();
            output?.Dispose();
            throw WindowsExecutable.Refused(program, order, e);
        }
    }
#pragma warning restore CA2000

    private Child Start(LaunchOrder order, string program, string line, SafeHandle input, SafeHandle output)
    {
        var job = new Job();
        try
        {
            var environment = EnvironmentBlock.Of(order.Environment);
            var (pid, handle) = ChildProcess.Start(program, line, environment, order.Directory, input, output, job);
            Jobs.Keep(pid, job);
            var child = new Child(new(pid, ProcessHandle.StartTime(handle) ?? 0));
            Watch(child, handle);
            return child;
        }
        catch (Win32Exception)
        {
            job.Dispose();
            throw;
        }
    }

    /// <summary>The handle stays open: as long as it is, the id is nobody else's.</summary>
    private void Watch(Child child, SafeProcessHandle handle)
    {
#pragma warning disable CA2000 // Dispose objects before losing scope: lives as long as the guard.
        var ended = new ManualResetEvent(initialState: false) { SafeWaitHandle = new(handle.DangerousGetHandle(), ownsHandle: false) };
#pragma warning restore CA2000
        ThreadPool.RegisterWaitForSingleObject(ended, (_, _) => End(child, handle), state: null, Timeout.Infinite, executeOnlyOnce: true);
    }

    private void End(Child child, SafeProcessHandle handle)
    {
        var code = ProcessHandle.ExitCode(handle);
        child.End(code == ExitStatus.ControlC ? new LeasedExit(null, Signals.Interrupt) : new LeasedExit(code, null));
        _ = TellWhenNothingIsLeftAsync(child.Process.Pid);
    }

    /// <summary>What a process started may live longer, and nobody tells of its end.</summary>
    private async Task TellWhenNothingIsLeftAsync(int leader)
    {
        while (Jobs.Pids(leader).Count > 0)
        {
            await Task.Delay(LookAgain, TimeProvider.System);
        }
        Reaped?.Invoke(this, EventArgs.Empty);
    }

    /// <summary>Names of variables have no case there.</summary>
    private static string? Variable(LaunchOrder order, string name) =>
        order.Environment.FirstOrDefault(variable => variable.Key.Equals(name, StringComparison.OrdinalIgnoreCase)).Value;
}
