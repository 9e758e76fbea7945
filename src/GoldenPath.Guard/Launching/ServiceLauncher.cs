using GoldenPath.Guard.Leases;
using GoldenPath.Guard.Logs;
using GoldenPath.Guard.Protocol;
using GoldenPath.Guard.Redaction;

namespace GoldenPath.Guard.Launching;

/// <summary>Turns an order into a running process whose output goes into its log.</summary>
internal sealed class ServiceLauncher(IChildren children, Redactor redactor, Action<string> note)
{
    /// <exception cref="LaunchException">It could not be started; says why.</exception>
    public GuardedService Launch(LaunchOrder order)
    {
        if (!Directory.Exists(order.Directory))
        {
            throw new LaunchException(LaunchFailureKind.Directory, $"The working directory '{order.Directory}' does not exist.");
        }
        var file = children.Find(order);
#pragma warning disable CA2000 // Dispose objects before losing scope: the pump closes it when the output ends.
        var log = OpenLog(order.LogFile);
#pragma warning restore CA2000
        try
        {
            var (child, output, input) = children.Start(order, file);
#pragma warning disable CA2000 // Dispose objects before losing scope: the pump closes it.
            var pump = new OutputPump(output, log, new LogTimes(order.LogFile), redactor, note);
#pragma warning restore CA2000
            KeepOpen(input, pump.Closed);
            return new(Entry(order, child), child, pump);
        }
        catch
        {
            log.Dispose();
            throw;
        }
    }

    /// <summary>Nothing is ever written; the end would be read when the writing end is closed.</summary>
    private static void KeepOpen(IDisposable? input, Task ended) => ended.ContinueWith(_ => input?.Dispose(), TaskScheduler.Default);

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
