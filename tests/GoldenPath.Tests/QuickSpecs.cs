using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace GoldenPath.Tests;

/// <summary>Quick specs, those with the trait <see cref="Speed"/>, need neither a process nor a socket: they pass where the kernel refuses both.</summary>
public sealed partial class QuickSpecs
{
    [Spec(Timeout = 240_000)]
    public async Task Every_quick_spec_passes_where_processes_and_sockets_are_refused()
    {
        var (exitCode, output) = await RunAsync($"{Speed.Name}={Speed.Quick}");

        Assert.True(exitCode == 0, output);
        Assert.True(int.Parse(Passed().Match(output).Groups[1].Value, CultureInfo.InvariantCulture) > 100, output);
    }

    [TableSpec(Timeout = 240_000)]
    [InlineData("Services.StandardInputSpecs")]
    [InlineData("Services.FreePortSpecs")]
    public async Task A_spec_that_needs_one_fails_there(string specs)
    {
        if (!OperatingSystem.IsLinux())
        {
            return; // Only Linux has such a filter: elsewhere nothing is refused.
        }

        var (exitCode, output) = await RunAsync($"FullyQualifiedName~{specs}");

        Assert.Equal(1, exitCode);
        Assert.Matches("(?i)permi(tted|ssion)", output);
    }

    private static async Task<(int ExitCode, string Output)> RunAsync(string filter)
    {
        var start = new ProcessStartInfo("dotnet", ["vstest", typeof(QuickSpecs).Assembly.Location, $"--TestCaseFilter:{filter}"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["GOLDENPATH_QUICK"] = "1";
        using var run = Process.Start(start)!;
        var errors = run.StandardError.ReadToEndAsync();
        var output = await run.StandardOutput.ReadToEndAsync();
        await run.WaitForExitAsync();
        return (run.ExitCode, output + await errors);
    }

    [GeneratedRegex(@"Passed: +(\d+)")]
    private static partial Regex Passed();
}
