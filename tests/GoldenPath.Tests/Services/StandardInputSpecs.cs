using GoldenPath.Services;

namespace GoldenPath.Tests.Services;

/// <summary>Many development servers end where their standard input does; many programs that read a list from it wait where it does not.</summary>
public sealed class StandardInputSpecs
{
    // bash answers 1 for the end of the input, and more than 128 when nothing came in time.
    private const string AskForInput = "read -r -t 0.3 line; code=$?; if [ $code -gt 128 ]; then echo open; else echo ended; fi";

    [Spec]
    public async Task An_open_input_never_ends()
    {
        await using var run = await SupervisedRun.StartAsync();

        var service = await run.StartAsync(["bash", "-c", AskForInput], change: spec => spec with { OpenInput = true });
        await service.Exited;

        Assert.Equal("open\n", await run.LogAsync());
    }

    [Spec]
    public async Task A_closed_input_is_at_its_end_at_once()
    {
        await using var run = await SupervisedRun.StartAsync();

        var service = await run.StartAsync(["bash", "-c", AskForInput]);
        await service.Exited;

        Assert.Equal("ended\n", await run.LogAsync());
    }

    [Spec]
    public async Task An_open_input_outlives_the_process_that_was_started_and_not_its_children()
    {
        await using var run = await SupervisedRun.StartAsync();

        // What bash starts in the background reads from /dev/null, unless it is told otherwise.
        var service = await run.StartAsync(["bash", "-c", $"({AskForInput}) <&0 & exit"], change: spec => spec with { OpenInput = true });
        await service.Exited;

        Assert.Equal("open", (await new LogTail(run.LogFile()).WaitForAsync(new("."), CancellationToken.None)).Text);
    }

    [Spec]
    public async Task A_service_with_an_open_input_stops_like_any_other()
    {
        await using var run = await SupervisedRun.StartAsync();
        await run.ShellAsync("echo up; exec cat", change: spec => spec with { OpenInput = true });
        await new LogTail(run.LogFile()).WaitForAsync(new("up"), CancellationToken.None);

        var report = await run.Supervisor.StopAllAsync(CancellationToken.None);

        Assert.Empty(report.Leftovers);
    }
}
