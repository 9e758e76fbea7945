using System.Runtime.Versioning;
using GoldenPath.Guard.Leases;
using GoldenPath.Guard.Logs;
using GoldenPath.Guard.Protocol;
using GoldenPath.Guard.Redaction;
using Microsoft.Win32.SafeHandles;

namespace GoldenPath.Guard.Launching;

/// <summary>Turns an order into a running process whose output goes into its log.</summary>
[UnsupportedOSPlatform("windows")]
internal sealed class ServiceLauncher(ChildReaper reaper, Redactor redactor, Action<string> note)
{
    /// <exception cref="LaunchException">It could not be started; says why.</exception>
    public GuardedService Launch(LaunchOrder order)
    {
        if (!Directory.Exists(order.Directory))
        {
            throw new LaunchException(LaunchFailureKind.Directory, $"The working directory '{order.Directory}' does not exist.");
        }
        var file = Executable.Find(order.Command[0], order.Directory, order.Environment.GetValueOrDefault("PATH"));
#pragma warning disable CA2000 // Dispose objects before losing scope: the pump closes both when the output ends.
        var log = OpenLog(order.LogFile);
        var output = new Pipe();
        var input = order.OpenInput ? new Pipe() : null;
#pragma warning restore CA2000
        try
        {
            var child = reaper.Start(() => Spawn(order, file, input?.Reader, output.Writer));
            output.Writer.Dispose();
            input?.Reader.Dispose();
#pragma warning disable CA2000 // Dispose objects before losing scope: the pump closes them.
            var pump = new OutputPump(new(output.Reader, FileAccess.Read, bufferSize: 0), log, new LogTimes(order.LogFile), redactor, note);
#pragma warning restore CA2000
            KeepOpen(input, pump.Closed);
            return new(Entry(order, child), child, pump);
        }
        catch
        {
            input?.Dispose();
            output.Dispose();
            log.Dispose();
            throw;
        }
    }

    private static int Spawn(LaunchOrder order, string file, SafeFileHandle? input, SafeFileHandle output)
    {
        string[] environment = [.. order.Environment.Select(variable => $"{variable.Key}={variable.Value}")];
        var error = PosixSpawn.Start(file, order.Command, environment, order.Directory, input, output, out var pid);
        return error == 0 ? pid : throw Executable.Refused(file, error);
    }

    /// <summary>Nothing is ever written; the end would be read when the writing end is closed.</summary>
    private static void KeepOpen(Pipe? input, Task ended) => ended.ContinueWith(_ => input?.Dispose(), TaskScheduler.Default);

    private static FileStream OpenLog(string file)
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            return new(file, FileMode.Append, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new LaunchException(LaunchFailureKind.Disk, $"The log '{file}' cannot be written: {e.Message}");
        }
    }

    private static LeasedService Entry(LaunchOrder order, Child child) =>
        new()
        {
            Name = order.Name,
            Process = child.Process,
            Needs = order.Needs,
            StopSignal = order.StopSignal,
            GraceMs = order.GraceMs,
            Port = order.Port,
            LogFile = order.LogFile,
        };
}
