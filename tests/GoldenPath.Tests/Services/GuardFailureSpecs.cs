using System.Globalization;
using GoldenPath.Guard.Leases;
using GoldenPath.Guard.Processes;
using GoldenPath.Guard.Redaction;
using GoldenPath.Services;

namespace GoldenPath.Tests.Services;

public sealed class GuardFailureSpecs
{
    private static readonly int FloodMebibytes = int.TryParse(
        Environment.GetEnvironmentVariable("GOLDENPATH_FLOOD_MIB"),
        CultureInfo.InvariantCulture,
        out var mebibytes
    )
        ? mebibytes
        : 64;

    [Spec]
    public async Task A_killed_guard_fails_the_run_and_its_services_are_still_ended()
    {
        await using var run = await SupervisedRun.StartAsync();
        var service = await run.ShellAsync(
            "setsid sh -c 'trap \"\" TERM; sleep 1000; :' & trap '' TERM; echo up; while :; do sleep 1; done"
        );
        await new LogTail(service.LogFile).WaitForAsync(new("up"), CancellationToken.None);
        Assert.False(run.Supervisor.Lost.IsCompleted);

        ProcessSignal.Send(Guard(run), Signals.Kill);

        var failure = await run.Supervisor.Lost;
        Assert.Equal((new Cause(Causes.ProcessKilled), Verdict.Environment), (failure.Cause, Verdicts.Of(Stages.StartServices, failure)));
        Assert.Contains("exit code 137", failure.Summary, StringComparison.Ordinal);
        await Assert.ThrowsAsync<PipelineException>(() => run.ShellAsync("exit 0", "later"));
        Assert.Equal(new ProcessExit(null, null), await service.Exited);
        var report = await run.Supervisor.StopAllAsync(CancellationToken.None);
        Assert.True(report.Verified, string.Join('\n', report.Leftovers));
        Assert.DoesNotContain(
            ProcessTable.Snapshot().Keys,
            pid => ProcessTable.Variable(pid, Lease.Marker)?.Contains(run.Supervisor.LeaseId, StringComparison.Ordinal) == true
        );
    }

    [Spec]
    public async Task An_end_that_somebody_else_asked_for_fails_the_run()
    {
        await using var run = await SupervisedRun.StartAsync();
        var service = await run.ShellAsync("sleep 1000");

        ProcessSignal.Send(Guard(run), Signals.Terminate);

        Assert.Contains("somebody asked it to end the run", (await run.Supervisor.Lost).Summary, StringComparison.Ordinal);
        await service.Exited;
        Assert.True((await run.Supervisor.StopAllAsync(CancellationToken.None)).Verified);
    }

    [Spec]
    public async Task Where_no_lease_can_be_written_nothing_is_started()
    {
        var file = Path.GetTempFileName();
        try
        {
            var options = new SupervisorOptions
            {
                RunId = "run-1",
                Checkout = "/",
                RunFolder = "/",
                LeaseDirectory = Path.Combine(file, "leases"),
                Redactor = new Redactor(),
            };

            var failure = (
                await Assert.ThrowsAsync<PipelineException>(() => GuardedSupervisor.StartAsync(options, CancellationToken.None))
            ).Failure;

            Assert.Equal((new Cause(Causes.DiskFull), Verdict.Environment), (failure.Cause, Verdicts.Of(Stages.StartServices, failure)));
            Assert.StartsWith(
                "Nothing was started, because it could not be written down what to end:",
                failure.Summary,
                StringComparison.Ordinal
            );
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Spec]
    public async Task A_service_that_cannot_be_leased_does_not_run()
    {
        await using var run = await SupervisedRun.StartAsync();
        Directory.Delete(run.Leases, recursive: true);
        await File.WriteAllTextAsync(run.Leases, "in the way");

        var failure = (await Assert.ThrowsAsync<PipelineException>(() => run.ShellAsync("echo started; exec sleep 1000"))).Failure;

        Assert.Equal(Causes.DiskFull, failure.Cause);
        await Wait.UntilAsync(() =>
            !ProcessTable
                .Snapshot()
                .Keys.Any(pid =>
                    ProcessTable.Variable(pid, Lease.Marker)?.Contains(run.Supervisor.LeaseId, StringComparison.Ordinal) == true
                )
        );
        File.Delete(run.Leases);
    }

    [Spec]
    public async Task A_full_disk_under_the_log_does_not_disturb_the_service()
    {
        await using var run = await SupervisedRun.StartAsync();
        Directory.CreateDirectory(Path.Combine(run.Folder, "logs"));
        File.CreateSymbolicLink(run.LogFile(), "/dev/full");

        var service = await run.ShellAsync("for i in $(seq 1000); do echo line $i; sleep 0.0001; done; exit 3");

        Assert.Equal(new ProcessExit(3, null), await service.Exited);
        Assert.Contains("The output of a process is being dropped", Assert.Single(run.Warnings), StringComparison.Ordinal);
        File.Delete(run.LogFile());
    }

    [TableSpec(Timeout = 300_000)]
    [InlineData("flood")]
    [InlineData("endless-line")]
    public async Task The_guards_memory_does_not_grow_with_the_output(string behaviour)
    {
        await using var run = await SupervisedRun.StartAsync();
        await (await run.MisbehavingAsync($"{behaviour} 1 + exit 0", "warm-up")).Exited;
        var before = ResidentMebibytes(Guard(run).Pid);

        await (await run.MisbehavingAsync($"{behaviour} {FloodMebibytes} + exit 0")).Exited;

        Assert.InRange(ResidentMebibytes(Guard(run).Pid), 0, before + 24);
        Assert.InRange(new FileInfo(run.LogFile()).Length, (long)FloodMebibytes << 20, (FloodMebibytes + 1L) << 20);
    }

    [Spec]
    public async Task The_program_alone_is_enough_for_a_guard()
    {
        var folder = Directory.CreateTempSubdirectory("golden-path-").FullName;
        var program = Path.Combine(folder, "GoldenPath.Guard.dll");
        File.Copy(typeof(Redactor).Assembly.Location, program);
        using var guard = System.Diagnostics.Process.Start(GuardProgramFile.StartInfo("run-1", program))!;

        guard.StandardInput.Close();

        await guard.WaitForExitAsync();
        Assert.Equal(
            (0, "", ""),
            (guard.ExitCode, await guard.StandardOutput.ReadToEndAsync(), await guard.StandardError.ReadToEndAsync())
        );
        Directory.Delete(folder, recursive: true);
    }

    private static ProcessIdentity Guard(SupervisedRun run) => LeaseStore.Read(Directory.GetFiles(run.Leases, "*.json").Single())!.Guard;

    private static int ResidentMebibytes(int pid) =>
        int.Parse(
            File.ReadLines($"/proc/{pid}/status")
                .First(line => line.StartsWith("VmRSS:", StringComparison.Ordinal))
                .Split(' ', StringSplitOptions.RemoveEmptyEntries)[1],
            CultureInfo.InvariantCulture
        ) / 1024;
}
