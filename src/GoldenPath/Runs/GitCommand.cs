using System.ComponentModel;
using System.Diagnostics;

namespace GoldenPath.Runs;

/// <summary>Asks git about a checkout: it writes nothing, asks nobody, and reaches for no network.</summary>
/// <param name="directory">A folder of the checkout.</param>
internal sealed class GitCommand(string directory)
{
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(5);

    // A hook of git that runs the pipeline speaks of its own repository.
    private static readonly string[] Misleading =
    [
        "GIT_DIR",
        "GIT_WORK_TREE",
        "GIT_INDEX_FILE",
        "GIT_COMMON_DIR",
        "GIT_PREFIX",
        "GIT_NAMESPACE",
    ];

    /// <summary>Runs a command of git to its end.</summary>
    /// <returns>What it said; <c>null</c> where there is no git, or it did not answer in time.</returns>
    public async Task<GitAnswer?> AskAsync(params string[] arguments)
    {
        using var git = new Process { StartInfo = Start(arguments) };
        using var deadline = new CancellationTokenSource(Deadline);
        try
        {
            git.Start();
            git.StandardInput.Close();
            var output = git.StandardOutput.ReadToEndAsync(deadline.Token);
            var errors = git.StandardError.ReadToEndAsync(deadline.Token);
            await git.WaitForExitAsync(deadline.Token);
            return new(git.ExitCode, await output, await errors);
        }
        catch (Win32Exception)
        {
            return null;
        }
        catch (OperationCanceledException)
        {
            git.Kill(entireProcessTree: true);
            return null;
        }
    }

    private ProcessStartInfo Start(IReadOnlyList<string> arguments)
    {
        var start = new ProcessStartInfo("git", ["-c", "core.fsmonitor=false", .. arguments])
        {
            WorkingDirectory = directory,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var name in Misleading)
        {
            start.Environment.Remove(name);
        }

        start.Environment["GIT_OPTIONAL_LOCKS"] = "0";
        start.Environment["GIT_NO_LAZY_FETCH"] = "1";
        start.Environment["GIT_TERMINAL_PROMPT"] = "0";
        start.Environment["LC_ALL"] = "C";
        return start;
    }
}
