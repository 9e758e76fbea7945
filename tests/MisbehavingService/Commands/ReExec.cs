using System.Runtime.InteropServices;

namespace MisbehavingService.Commands;

/// <summary>re-exec SCRIPT: the same process goes on as a shell script.</summary>
internal static partial class ReExec
{
    public static Task RunAsync(string[] arguments)
    {
        _ = execv("/bin/sh", ["sh", "-c", arguments[0], null]);
        return Task.FromException(new InvalidOperationException("The shell could not be started."));
    }

    [LibraryImport("libc", StringMarshalling = StringMarshalling.Utf8), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int execv(string path, string?[] arguments);
}
