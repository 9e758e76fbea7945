using System.ComponentModel;
using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using Microsoft.Win32.SafeHandles;

namespace GoldenPath.Guard.Windows;

/// <summary>Starts a program in a job and a console group of its own, with no handle of this process but its three: what .NET's own Process
/// cannot do.</summary>
[SupportedOSPlatform("windows")]
internal static unsafe class ChildProcess
{
    private const int LongestPath = 260; // MAX_PATH, which the name of a program may only pass in the long form

    /// <summary>Starts a program. It runs no instruction outside its job.</summary>
    /// <param name="file">The full path of the executable.</param>
    /// <param name="commandLine">The whole line that it is called by, its own name included.</param>
    /// <param name="environment">Its whole environment, as <see cref="EnvironmentBlock"/> writes it.</param>
    /// <param name="directory">Its working directory.</param>
    /// <param name="input">What becomes its standard input; can be inherited.</param>
    /// <param name="output">What becomes its standard output and standard error; can be inherited.</param>
    /// <param name="job">The job that it is put in.</param>
    /// <returns>Its id and a handle of it.</returns>
    /// <exception cref="Win32Exception">The system refuses.</exception>
    public static (int Pid, SafeProcessHandle Handle) Start(
        string file,
        string commandLine,
        string environment,
        string directory,
        SafeHandle input,
        SafeHandle output,
        Job job
    )
    {
        var handles = stackalloc nint[] { input.DangerousGetHandle(), output.DangerousGetHandle() };
        using var attributes = new StartAttributes(handles, count: 2);
        var startup = new StartupInfo
        {
            Size = sizeof(StartupInfo),
            Flags = Kernel32.UseStandardHandles,
            Input = handles[0],
            Output = handles[1],
            Error = handles[1],
            Attributes = attributes.Pointer,
        };
        var started = Create(LongForm(file), commandLine, environment, directory, &startup);
#pragma warning disable CA2000 // Dispose objects before losing scope: the caller's, unless it fails.
        var process = new SafeProcessHandle(started.Process, ownsHandle: true);
#pragma warning restore CA2000
        try
        {
            job.Add(process);
            _ = Kernel32.ResumeThread(started.Thread);
            return (started.Pid, process);
        }
        catch
        {
            Kernel32.TerminateProcess(process, 1);
            process.Dispose();
            throw;
        }
        finally
        {
            Kernel32.CloseHandle(started.Thread);
        }
    }

    private static ProcessInformation Create(string file, string commandLine, string environment, string directory, StartupInfo* startup)
    {
        const uint Flags = Kernel32.CreateSuspended | Kernel32.CreateNewGroup | Kernel32.UnicodeEnvironment | Kernel32.ExtendedStartup;
        var line = $"{commandLine}\0".ToCharArray(); // The system may write into it.
        fixed (
            char* linePointer = line,
                environmentPointer = environment
        )
        {
            return Kernel32.CreateProcess(file, linePointer, 0, 0, true, Flags, environmentPointer, directory, startup, out var started)
                ? started
                : throw new Win32Exception(Marshal.GetLastPInvokeError());
        }
    }

    private static string LongForm(string file) =>
        file.Length < LongestPath || file.StartsWith(@"\\", StringComparison.Ordinal) ? file : @"\\?\" + file;
}
