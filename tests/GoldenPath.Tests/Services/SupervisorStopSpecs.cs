using System.Diagnostics;
using GoldenPath.Configuration;
using GoldenPath.Guard.Processes;
using GoldenPath.Services;

namespace GoldenPath.Tests.Services;

public sealed class SupervisorStopSpecs
{
    [Spec]
    public async Task Who_needs_others_is_stopped_before_them()
    {
        await using var run = await SupervisedRun.StartAsync();
        foreach (var (name, needs) in new[] { ("database", ""), ("backend", "database"), ("frontend", "backend") })
        {
            await run.ShellAsync(
                $"trap 'sleep 0.1; echo {name} >> order; exit' TERM; echo up; while :; do sleep 0.01; done",
                name,
                spec => spec with { Needs = [needs] }
            );
            await new LogTail(run.LogFile(name)).WaitForAsync(new("up"), CancellationToken.None);
        }

        await run.Supervisor.StopAllAsync(CancellationToken.None);

        Assert.Equal(["frontend", "backend", "database"], await File.ReadAllLinesAsync(Path.Combine(run.Folder, "order")));
    }

    [Spec]
    public async Task Independent_services_are_stopped_side_by_side()
    {
        await using var run = await SupervisedRun.StartAsync();
        await StartAsync("one", "two");
        await StartAsync("two", "one");

        await run.Supervisor.StopAllAsync(CancellationToken.None);

        Assert.Contains("met", await run.LogAsync("one"), StringComparison.Ordinal);
        Assert.Contains("met", await run.LogAsync("two"), StringComparison.Ordinal);

        async Task StartAsync(string name, string other)
        {
            await run.ShellAsync(
                $"trap 'touch {name}; while [ ! -e {other} ]; do sleep 0.01; done; echo met; exit' TERM; echo up; while :; do sleep 0.01; done",
                name,
                spec => spec with { Stop = new() { Grace = TimeSpan.FromSeconds(5) } }
            );
            await new LogTail(run.LogFile(name)).WaitForAsync(new("up"), CancellationToken.None);
        }
    }

    [Spec]
    public async Task A_teardown_is_bounded_whatever_the_graces_say()
    {
        await using var run = await SupervisedRun.StartAsync();
        var needs = "";
        foreach (var name in new[] { "first", "second", "third" })
        {
            var needed = needs;
            await run.ShellAsync(
                "trap '' TERM; while :; do sleep 1; done",
                name,
                spec =>
                    spec with
                    {
                        Needs = [needed],
                        Stop = new() { Grace = TimeSpan.FromMinutes(10) },
                    }
            );
            needs = name;
        }

        var report = await run.Supervisor.StopAllAsync(CancellationToken.None);

        Assert.True(report.Verified, string.Join('\n', report.Leftovers));
        Assert.InRange(report.DurationMs, 5_000, 9_000); // 7 s, and some for a busy machine.
    }

    [Spec]
    public async Task Hurrying_ends_all_grace()
    {
        await using var run = await SupervisedRun.StartAsync();
        var service = await run.ShellAsync(
            "trap '' TERM; while :; do sleep 1; done",
            change: spec => spec with { Stop = new() { Grace = TimeSpan.FromMinutes(10) } }
        );
        using var hurry = new CancellationTokenSource();
        var stopping = run.Supervisor.StopAllAsync(hurry.Token);
        await Wait.UntilAsync(() => ProcessTable.Find(service.Pid) is null or { IsAlive: true });
        var start = Stopwatch.GetTimestamp();

        await hurry.CancelAsync();

        Assert.True((await stopping).Verified);
        Assert.InRange(Stopwatch.GetElapsedTime(start), TimeSpan.Zero, TimeSpan.FromSeconds(5)); // Its share would have been 6 s.
    }

    [Spec]
    public async Task A_service_can_be_stopped_alone_and_started_again()
    {
        await using var run = await SupervisedRun.StartAsync();
        var other = await run.ShellAsync("sleep 1000", "other");
        var first = await run.ShellAsync("sleep 1000 & sleep 1000; :");

        await Task.WhenAll(first.StopAsync(CancellationToken.None), first.StopAsync(CancellationToken.None));
        await first.StopAsync(CancellationToken.None);

        Assert.Equal(new ProcessExit(null, Signals.Terminate), await first.Exited);
        Assert.False(other.Exited.IsCompleted);
        var second = await run.ShellAsync("echo again; sleep 1000");
        Assert.NotEqual(first.Pid, second.Pid);
        await Assert.ThrowsAsync<ArgumentException>(() => run.ShellAsync("sleep 1000"));
    }

    [Spec]
    public async Task The_declared_signal_is_the_one_that_is_sent()
    {
        await using var run = await SupervisedRun.StartAsync();
        var service = await run.ShellAsync(
            "trap 'exit 7' USR2; echo up; while :; do sleep 0.01; done",
            change: spec => spec with { Stop = new StopDefinition { Signal = "SIGUSR2" } }
        );
        await new LogTail(service.LogFile).WaitForAsync(new("up"), CancellationToken.None);

        await service.StopAsync(CancellationToken.None);

        Assert.Equal(new ProcessExit(7, null), await service.Exited);
    }

    [Spec]
    public async Task A_wrapper_that_ends_first_leaves_the_grace_to_its_children()
    {
        await using var run = await SupervisedRun.StartAsync();
        var service = await run.ShellAsync(
            "(trap 'sleep 1; echo orderly; exit' TERM; echo up; while :; do sleep 0.01; done) & wait; :",
            change: spec => spec with { Stop = new() }
        );
        await new LogTail(service.LogFile).WaitForAsync(new("up"), CancellationToken.None);

        await service.StopAsync(CancellationToken.None);

        Assert.Contains("orderly", await run.LogAsync(), StringComparison.Ordinal);
    }

    [Spec]
    public async Task A_stopped_service_can_still_end_in_order()
    {
        await using var run = await SupervisedRun.StartAsync();
        var service = await run.ShellAsync("trap 'echo orderly; exit' TERM; kill -STOP $$; while :; do sleep 0.01; done");
        await Wait.UntilAsync(() => ProcessTable.Find(service.Pid) is { State: 'T' });

        await service.StopAsync(CancellationToken.None);

        Assert.Equal("orderly\n", await run.LogAsync());
    }

    [Spec]
    public async Task What_left_the_group_is_asked_too_before_it_is_killed()
    {
        await using var run = await SupervisedRun.StartAsync();
        var service = await run.ShellAsync(
            "setsid sh -c 'trap \"echo orderly; exit\" TERM; echo up; while :; do sleep 0.01; done' & exit 0"
        );
        await service.Exited;
        await new LogTail(service.LogFile).WaitForAsync(new("up"), CancellationToken.None);

        Assert.True((await run.Supervisor.StopAllAsync(CancellationToken.None)).Verified);

        Assert.Contains("orderly", await run.LogAsync(), StringComparison.Ordinal);
    }

    [Spec]
    public async Task A_service_owns_its_descendants_and_nothing_else()
    {
        await using var run = await SupervisedRun.StartAsync();
        var service = await run.ShellAsync("setsid sh -c 'echo daemon $$; sleep 1000; :' & exec sleep 1000");
        var other = await run.ShellAsync("exec sleep 1000", "other");
        var line = await new LogTail(service.LogFile).WaitForAsync(new("daemon"), CancellationToken.None);
        var daemon = int.Parse(line.Text.Split(' ')[1], System.Globalization.CultureInfo.InvariantCulture);

        Assert.True(service.Owns(service.Pid));
        Assert.True(service.Owns(daemon));
        Assert.False(service.Owns(other.Pid));
        Assert.False(other.Owns(daemon));
        Assert.False(service.Owns(Environment.ProcessId));
        Assert.False(service.Owns(1));
        Assert.False(service.Owns(int.MaxValue));
    }

    [Spec]
    public async Task A_service_that_becomes_another_program_stays_ours()
    {
        await using var run = await SupervisedRun.StartAsync();
        var service = await run.StartAsync([.. Misbehaving.Command("re-exec"), "echo now a shell; exec sleep 1000"]);
        await new LogTail(service.LogFile).WaitForAsync(new("now a shell"), CancellationToken.None);

        Assert.True(service.Owns(service.Pid));
        Assert.True((await run.Supervisor.StopAllAsync(CancellationToken.None)).Verified);
    }
}
