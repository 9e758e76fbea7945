using System.Diagnostics;
using GoldenPath.Guard.Processes;

namespace GoldenPath.Tests.Guard.Processes;

public sealed class ProcessTableSpecs
{
    [Spec]
    public async Task Tells_what_a_process_is()
    {
        using var child = Process.Start(
            new ProcessStartInfo("/bin/sh", ["-c", "exec sleep 60", "odd ) name"]) { Environment = { ["GOLDENPATH_RUN"] = "run-1" } }
        )!;
        try
        {
            await Wait.UntilAsync(() => ProcessTable.CommandLine(child.Id) == "sleep 60");

            var entry = ProcessTable.Find(child.Id)!;

            Assert.Equal((child.Id, Environment.ProcessId, "sleep", true), (entry.Pid, entry.ParentPid, entry.Name, entry.IsAlive));
            Assert.Equal("run-1", ProcessTable.Variable(child.Id, "GOLDENPATH_RUN"));
            Assert.Null(ProcessTable.Variable(child.Id, "GOLDENPATH_RU"));
            Assert.Equal(entry, ProcessTable.Snapshot()[child.Id] with { State = entry.State });
        }
        finally
        {
            child.Kill();
        }
    }

    [Spec]
    public async Task An_ended_process_that_nobody_waited_for_is_not_alive()
    {
        using var parent = Process.Start(
            new ProcessStartInfo("/bin/sh", ["-c", "sleep 0 & echo $!; exec sleep 60"]) { RedirectStandardOutput = true }
        )!;
        try
        {
            var pid = int.Parse((await parent.StandardOutput.ReadLineAsync())!, System.Globalization.CultureInfo.InvariantCulture);

            await Wait.UntilAsync(() => ProcessTable.Find(pid) is { State: 'Z', IsAlive: false });
        }
        finally
        {
            parent.Kill();
        }
    }

    [Fact]
    public void Knows_nothing_of_a_process_that_does_not_exist()
    {
        Assert.Null(ProcessTable.Find(int.MaxValue));
        Assert.Equal("", ProcessTable.CommandLine(int.MaxValue));
        Assert.Null(ProcessTable.Variable(int.MaxValue, "PATH"));
    }
}
