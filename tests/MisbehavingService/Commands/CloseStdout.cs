using Microsoft.Win32.SafeHandles;

namespace MisbehavingService.Commands;

/// <summary>close-stdout: lets go of its output, and lives on.</summary>
internal static class CloseStdout
{
    public static Task RunAsync(string[] arguments)
    {
        Console.SetOut(TextWriter.Null);
        new SafeFileHandle(1, ownsHandle: true).Dispose();
        new SafeFileHandle(2, ownsHandle: true).Dispose();
        return Task.CompletedTask;
    }
}
