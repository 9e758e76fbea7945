using GoldenPath.Guard.Logs;
using GoldenPath.Services;

namespace GoldenPath.Tests.Services;

public sealed class LogTimesSpecs
{
    [Spec]
    public async Task It_is_kept_when_each_part_of_a_log_was_written()
    {
        await using var run = await SupervisedRun.StartAsync();
        var before = TimeProvider.System.GetUtcNow();
        var service = await run.ShellAsync("echo one; until [ -e go ]; do sleep 0.01; done; echo two");
        await new LogTail(run.LogFile()).WaitForAsync(new("one"), CancellationToken.None);
        var between = TimeProvider.System.GetUtcNow();
        await File.WriteAllTextAsync(Path.Combine(run.Folder, "go"), "");
        await service.Exited;
        await run.Supervisor.StopAllAsync(CancellationToken.None);
        var times = LogTimeTable.Of(run.LogFile());

        // They are kept in whole milliseconds, and a moment after the text itself is there to be read.
        Assert.InRange(times.At(0)!.Value, before.AddMilliseconds(-1), times.At(4)!.Value);
        Assert.InRange(times.At(4)!.Value, between.AddMilliseconds(-1), TimeProvider.System.GetUtcNow());
        Assert.Null(times.At(8));
    }

    [Spec]
    public Task Writes_in_a_burst_are_told_as_few_and_none_is_lost()
    {
        using var folder = new TemporaryFolder();
        using (var times = new LogTimes(folder.File("a.log")))
        {
            foreach (var length in Enumerable.Range(1, 20_000))
            {
                times.Note(length);
            }
        }

        var table = LogTimeTable.Of(folder.File("a.log"));
        Assert.NotNull(table.At(0));
        Assert.NotNull(table.At(19_999));
        Assert.Null(table.At(20_000));
        Assert.InRange(new FileInfo(folder.File("a.times")).Length, 1, 200_000);
        return Task.CompletedTask;
    }

    [Spec]
    public Task A_place_that_takes_no_times_does_no_harm()
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder.File("a.times"));
        using (var times = new LogTimes(folder.File("a.log")))
        {
            times.Note(1);
        }

        Assert.Null(LogTimeTable.Of(folder.File("a.log")).At(0));
        return Task.CompletedTask;
    }

    [Spec]
    public Task Lines_that_are_no_times_are_passed_over()
    {
        using var folder = new TemporaryFolder();
        folder.Write("a.times", "x", "10 99999999999999999", "10 5", "9 6", "-3 7", "20 8 9", "12 7");
        var table = LogTimeTable.Of(folder.File("a.log"));

        Assert.Equal([5, 7], new[] { table.At(0), table.At(11) }.Select(moment => moment!.Value.ToUnixTimeMilliseconds()));
        Assert.Null(table.At(12));
        return Task.CompletedTask;
    }
}
