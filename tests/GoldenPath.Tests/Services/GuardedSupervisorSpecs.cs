using System.Diagnostics;
using GoldenPath.Guard.Leases;
using GoldenPath.Guard.Processes;
using GoldenPath.Guard.Redaction;
using GoldenPath.Services;

namespace GoldenPath.Tests.Services;

public sealed class GuardedSupervisorSpecs
{
    [Spec]
    public async Task Tells_exit_codes_and_signals_apart()
    {
        await using var run = await SupervisedRun.StartAsync();

        var exits = await run.ShellAsync("exit 42", "exits");
        var killed = await run.ShellAsync("kill -KILL $$", "killed");
        var crashed = await run.ShellAsync("kill -SEGV $$", "crashed");

        Assert.Equal(new ProcessExit(42, null), await exits.Exited);
        Assert.Equal(new ProcessExit(null, 9), await killed.Exited);
        Assert.Equal(new ProcessExit(null, 11), await crashed.Exited);
    }

    [Spec]
    public async Task Output_and_errors_are_logged_in_the_order_of_their_arrival()
    {
        await using var run = await SupervisedRun.StartAsync();

        await (await run.ShellAsync("for i in $(seq 500); do echo out $i; echo err $i >&2; done; printf last")).Exited;
        await run.Supervisor.StopAllAsync(CancellationToken.None);

        Assert.Equal(string.Concat(Enumerable.Range(1, 500).Select(i => $"out {i}\nerr {i}\n")) + "last", await run.LogAsync());
    }

    [Spec]
    public async Task Once_an_exit_is_known_all_output_is_in_the_log()
    {
        await using var run = await SupervisedRun.StartAsync();

        await (await run.ShellAsync("seq 300000")).Exited;

        Assert.Equal(new LogLine(300_000, "300000"), new LogTail(run.LogFile()).Last(1).Single());
    }

    [Spec]
    public async Task A_process_gets_its_own_group_and_no_input()
    {
        await using var run = await SupervisedRun.StartAsync();

        var process = await run.ShellAsync("cat; echo read; sleep 100");
        await new LogTail(process.LogFile).WaitForAsync(new("read"), CancellationToken.None);

        Assert.Equal(process.Pid, ProcessTable.Find(process.Pid)!.Group);
    }

    [Spec]
    public async Task A_process_starts_with_signals_as_a_shell_would_give_them()
    {
        await using var run = await SupervisedRun.StartAsync();

        await (await run.ShellAsync("grep -E '^Sig(Blk|Ign)' /proc/self/status")).Exited;

        var masks = (await run.LogAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(2, masks.Length);
        Assert.All(masks, mask => Assert.Equal(0UL, Convert.ToUInt64(mask.Split('\t')[1], 16) & 0x7fffffff)); // The higher ones are real-time signals, two of which glibc keeps for itself.
    }

    [Spec]
    public async Task A_process_inherits_no_files_but_its_three_streams()
    {
        await using var run = await SupervisedRun.StartAsync();

        await (await run.StartAsync(["ls", "/proc/self/fd"])).Exited;

        Assert.Equal("0\n1\n2\n3\n", await run.LogAsync()); // 3 is the folder that ls reads.
    }

    [Spec]
    public async Task A_process_gets_exactly_the_composed_environment()
    {
        await using var run = await SupervisedRun.StartAsync();
        var declared = new Dictionary<string, string?> { ["ADDED"] = "a b=c\tä", ["PATH"] = null };

        var process = await run.StartAsync(["/usr/bin/env"], change: spec => spec with { Environment = declared });
        await process.Exited;

        var lines = (await run.LogAsync()).Split('\n');
        Assert.Contains("ADDED=a b=c\tä", lines);
        Assert.Contains($"{Lease.Marker}={run.Supervisor.LeaseId}/service", lines);
        Assert.DoesNotContain(
            lines,
            line => line.StartsWith("PATH=", StringComparison.Ordinal) || line.StartsWith("DOTNET_gc", StringComparison.Ordinal)
        );
    }

    [TableSpec]
    [InlineData("no-such-program", "was not found in PATH (")]
    [InlineData("./no-such-file", "does not exist (looked for ")]
    [InlineData("/tmp", "is a folder")]
    [InlineData("./plain.txt", "lacks the execute permission")]
    [InlineData("./broken.sh", "its interpreter '/no/such/shell' does not exist")]
    [InlineData("./crlf.sh", "its first line ends in a carriage return")]
    [InlineData("./garbage", "no program of this machine")]
    public async Task What_cannot_be_executed_is_told_apart(string command, string expected)
    {
        await using var run = await SupervisedRun.StartAsync();
        await File.WriteAllTextAsync(Path.Combine(run.Folder, "plain.txt"), "text");
        await WriteExecutableAsync(run, "broken.sh", "#!/no/such/shell\n");
        await WriteExecutableAsync(run, "crlf.sh", "#!/bin/bash\r\necho up\r\n");
        await WriteExecutableAsync(run, "garbage", "\u0001\u0002\u0003\n");

        var failure = (await Assert.ThrowsAsync<PipelineException>(() => run.StartAsync([command]))).Failure;

        Assert.Equal(
            (new Cause(Causes.ExecutableMissing), Verdict.Environment, "service"),
            (failure.Cause, Verdicts.Of(Stages.StartServices, failure), failure.Service)
        );
        Assert.Contains(expected, failure.Summary, StringComparison.Ordinal);
        Assert.Single(failure.Remedies);
    }

    [TableSpec]
    [InlineData("no-such-program", "Install 'no-such-program'", null)]
    [InlineData("./no-such-file", "Build or fetch './no-such-file'", null)]
    [InlineData("./plain.txt", "Make it executable", "chmod +x '{0}/plain.txt'")]
    [InlineData("./crlf.sh", "Convert its line ends", "sed -i 's/\\r$//' '{0}/crlf.sh'")]
    public async Task What_cannot_be_executed_is_mended_by_its_reason(string command, string text, string? mends)
    {
        await using var run = await SupervisedRun.StartAsync();
        await File.WriteAllTextAsync(Path.Combine(run.Folder, "plain.txt"), "text");
        await WriteExecutableAsync(run, "crlf.sh", "#!/bin/bash\r\necho up\r\n");

        var remedy = (await Assert.ThrowsAsync<PipelineException>(() => run.StartAsync([command]))).Failure.Remedies[0];

        Assert.StartsWith(text, remedy.Text, StringComparison.Ordinal);
        Assert.Equal(mends?.Replace("{0}", run.Folder, StringComparison.Ordinal), remedy.Command);
    }

    [Spec]
    public async Task A_missing_working_directory_is_told_apart()
    {
        await using var run = await SupervisedRun.StartAsync();

        var start = () => run.ShellAsync("exit 0", change: spec => spec with { Directory = "/no/such/folder" });

        Assert.Contains(
            "The working directory '/no/such/folder' does not exist.",
            (await Assert.ThrowsAsync<PipelineException>(start)).Message,
            StringComparison.Ordinal
        );
    }

    [Spec]
    public async Task Secrets_never_reach_the_log()
    {
        var redactor = new Redactor(["literal-secret"]);
        await using var run = await SupervisedRun.StartAsync(redactor);
        redactor.Add("late-secret");

        await (await run.ShellAsync("echo a literal-secret; printf 'late-'; sleep 0.2; echo secret; echo password=hunter2")).Exited;

        Assert.Equal("a ***\n***\npassword=***\n", await run.LogAsync());
    }

    [Spec]
    public async Task Stopping_everything_leaves_nothing()
    {
        await using var run = await SupervisedRun.StartAsync();
        var process = await run.ShellAsync("echo ready; sleep 1000");

        var report = await run.Supervisor.StopAllAsync(CancellationToken.None);

        Assert.True(report.Verified, string.Join('\n', report.Leftovers));
        Assert.Null(ProcessTable.Find(process.Pid));
        Assert.Equal(new ProcessExit(null, Signals.Terminate), await process.Exited);
        Assert.Empty(Directory.GetFiles(run.Leases));
        Assert.Same(report, await run.Supervisor.StopAllAsync(CancellationToken.None));
    }

    private static async Task WriteExecutableAsync(SupervisedRun run, string name, string content)
    {
        var file = Path.Combine(run.Folder, name);
        await File.WriteAllTextAsync(file, content);
        using var chmod = Process.Start("chmod", ["+x", file]);
        await chmod.WaitForExitAsync();
    }
}
