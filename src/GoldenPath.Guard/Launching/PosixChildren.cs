using System.Runtime.Versioning;
using GoldenPath.Guard.Protocol;
using Microsoft.Win32.SafeHandles;

namespace GoldenPath.Guard.Launching;

/// <summary>The children on Linux and macOS: process groups, pipes, one reaper for all.</summary>
[UnsupportedOSPlatform("windows")]
internal sealed class PosixChildren : IChildren
{
    private readonly ChildReaper _reaper = new();

    public event EventHandler? Reaped
    {
        add => _reaper.Reaped += value;
        remove => _reaper.Reaped -= value;
    }

    public void Dispose() => _reaper.Dispose();

    public string Find(LaunchOrder order) =>
        Executable.Find(order.Command[0], order.Directory, order.Environment.GetValueOrDefault("PATH"));

#pragma warning disable CA2000 // Dispose objects before losing scope: the pump closes them when the output ends.
    public StartedChild Start(LaunchOrder order, string file)
    {
        var output = new Pipe();
        Pipe? input = null;
        try
        {
            input = order.OpenInput ? new Pipe() : null;
            var child = _reaper.Start(() => Spawn(order, file, input?.Reader, output.Writer));
            output.Writer.Dispose();
            input?.Reader.Dispose();
            return new(child, new PolledOutput(output.Reader), input); // Nothing is ever written into the input.
        }
        catch
        {
            input?.Dispose();
            output.Dispose();
            throw;
        }
    }
#pragma warning restore CA2000

    private static int Spawn(LaunchOrder order, string file, SafeFileHandle? input, SafeFileHandle output)
    {
        string[] environment = [.. order.Environment.Select(variable => $"{variable.Key}={variable.Value}")];
        var error = PosixSpawn.Start(file, order.Command, environment, order.Directory, input, output, out var pid);
        return error == 0 ? pid : throw Executable.Refused(file, error);
    }
}
