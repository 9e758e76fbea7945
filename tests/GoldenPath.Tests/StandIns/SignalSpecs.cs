using System.Diagnostics;

namespace GoldenPath.Tests.StandIns;

public sealed class SignalSpecs : IDisposable
{
    private readonly Engine _engine = new();

    public void Dispose() => _engine.Dispose();

    [Spec]
    public async Task Ctrl_C_runs_assured_targets_beside_the_one_that_is_running_and_then_ends_the_process()
    {
        var (exitCode, output) = await InterruptAsync("INT");

        Assert.Equal(130, exitCode);
        Assert.Contains("trace: still running", output, StringComparison.Ordinal);
        Assert.Contains("trace: cleaned beside it", output, StringComparison.Ordinal);
        Assert.Contains("trace: finished", output, StringComparison.Ordinal);
        Assert.Contains("Aborted", output, StringComparison.Ordinal);
    }

    [Spec]
    public async Task A_termination_request_ends_the_process_at_once_without_teardown()
    {
        var (exitCode, output) = await InterruptAsync("TERM");

        Assert.Equal(143, exitCode);
        Assert.DoesNotContain("cleaned", output, StringComparison.Ordinal);
    }

    private async Task<(int ExitCode, string Output)> InterruptAsync(string signal)
    {
        using var process = _engine.Start("Hang", "CleanUp");
        while (await process.StandardOutput.ReadLineAsync() is { } line && line != "trace: hanging") { }

        using (var kill = Process.Start("kill", [$"-{signal}", process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]))
            await kill.WaitForExitAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, output);
    }
}
