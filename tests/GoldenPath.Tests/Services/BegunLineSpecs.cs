using GoldenPath.Services;

namespace GoldenPath.Tests.Services;

public sealed class BegunLineSpecs
{
    [Spec]
    public async Task A_line_without_its_break_reaches_the_log_while_the_process_runs()
    {
        await using var run = await SupervisedRun.StartAsync();

        var service = await run.ShellAsync("printf 'serving on http://localhost:8080'; exec sleep 60");
        var line = await new LogTail(run.LogFile()).WaitForAsync(new("serving on http://localhost:8080$"), CancellationToken.None);

        Assert.Equal(1, line.Number);
        Assert.False(service.Exited.IsCompleted);
    }

    [Spec]
    public async Task What_follows_on_the_same_line_is_added_to_it()
    {
        await using var run = await SupervisedRun.StartAsync();

        await run.ShellAsync("printf 'waiting '; sleep 0.2; echo done", name: "slow");
        await new LogTail(run.LogFile("slow")).WaitForAsync(new("done"), CancellationToken.None);

        Assert.Equal("waiting done\n", await run.LogAsync("slow"));
    }
}
