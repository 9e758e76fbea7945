using System.ComponentModel;
using System.Diagnostics;

namespace GoldenPath.Docker.Compose;

/// <summary>Asks which Compose is installed, before any run.</summary>
internal static class ComposeVersion
{
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(10);

    /// <summary>The one that a run would use, with its version; <c>null</c> where there is none.</summary>
    public static async Task<string?> FindAsync(CancellationToken cancellationToken) =>
        await AskAsync(["docker", "compose", "version"], cancellationToken)
        ?? await AskAsync(["docker-compose", "version"], cancellationToken);

    private static async Task<string?> AskAsync(string[] command, CancellationToken cancellationToken)
    {
        using var program = new Process
        {
            StartInfo = new ProcessStartInfo(command[0], command[1..]) { RedirectStandardOutput = true, RedirectStandardError = true },
        };
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        deadline.CancelAfter(Deadline);
        try
        {
            program.Start();
            var errors = program.StandardError.ReadToEndAsync(deadline.Token);
            var output = await program.StandardOutput.ReadToEndAsync(deadline.Token);
            await errors;
            await program.WaitForExitAsync(deadline.Token);
            return program.ExitCode == 0 ? output.Trim().Split('\n')[0] : null;
        }
        catch (Win32Exception)
        {
            return null;
        }
        catch (OperationCanceledException)
        {
            program.Kill(entireProcessTree: true);
            cancellationToken.ThrowIfCancellationRequested();
            return null;
        }
    }
}
