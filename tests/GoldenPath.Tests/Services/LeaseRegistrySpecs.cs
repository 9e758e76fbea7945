using System.Diagnostics;
using GoldenPath.Guard.Leases;
using GoldenPath.Guard.Processes;
using GoldenPath.Services;

namespace GoldenPath.Tests.Services;

public sealed class LeaseRegistrySpecs : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("golden-path-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Spec]
    public async Task A_kept_service_lives_on_until_somebody_tears_it_down()
    {
        await using var run = OwnedRun.Start("keep", OwnedRun.Shell("setsid sleep 1000 & while :; do echo tick; sleep 0.05; done"));
        Assert.Equal("released True", await run.SaysAsync("released"));
        await run.EndsAsync();
        Assert.Empty((await run.Registry.SweepAsync(CancellationToken.None)).Runs);

        var kept = Assert.Single(run.Registry.Kept(run.Folder));
        var service = Assert.Single(run.Registry.Attach(kept));
        await new LogTail(service.LogFile).WaitForAsync(new("tick"), CancellationToken.None);
        var before = new LogTail(service.LogFile).Last(1).Single().Number;
        await Wait.UntilAsync(() => new LogTail(service.LogFile).Last(1).Single().Number > before);
        Assert.False(service.Exited.IsCompleted);
        Assert.True(service.Owns(service.Pid));
        Assert.False(service.Owns(run.OwnerPid));

        var report = await run.Registry.TeardownAsync(run.Folder, CancellationToken.None);

        Assert.True(report.Verified, string.Join('\n', report.Leftovers));
        Assert.Empty(run.Alive());
        Assert.Empty(run.Registry.All());
        Assert.False(kept.Guard.IsAlive);
        await service.Exited;
        Assert.True((await run.Registry.TeardownAsync(run.Folder, CancellationToken.None)).Verified);
    }

    [Spec]
    public async Task How_a_kept_service_ended_can_be_learned_later()
    {
        await using var run = OwnedRun.Start("keep", OwnedRun.Shell("while [ ! -e go ]; do sleep 0.02; done; exit 3"));
        await run.SaysAsync("released");
        await run.EndsAsync();
        var lease = run.Lease;
        var attached = run.Registry.Attach(lease).Single();

        await File.WriteAllTextAsync(run.InFolder("go"), "");

        Assert.Equal(new ProcessExit(3, null), await attached.Exited);
        await Wait.UntilAsync(() => !lease.Guard.IsAlive);
        Assert.Equal(new ProcessExit(3, null), await run.Registry.Attach(run.Lease).Single().Exited);
    }

    [Spec]
    public async Task A_kept_service_whose_guard_was_killed_is_still_torn_down()
    {
        await using var run = OwnedRun.Start("keep", OwnedRun.Shell("setsid sleep 1000 & exec sleep 1000"));
        await run.SaysAsync("released");
        await run.EndsAsync();
        ProcessSignal.Send(run.Lease.Guard, Signals.Kill);
        await Wait.UntilAsync(() => !run.Lease.Guard.IsAlive);

        var report = await run.Registry.TeardownAsync(run.Folder, CancellationToken.None);

        Assert.True(report.Verified);
        Assert.Empty(run.Alive());
    }

    [Spec]
    public async Task An_attached_service_can_be_stopped()
    {
        await using var run = OwnedRun.Start("keep", OwnedRun.Shell("trap 'exit 5' TERM; while :; do sleep 0.05; done"));
        await run.SaysAsync("released");
        var attached = run.Registry.Attach(run.Lease).Single();

        await attached.StopAsync(CancellationToken.None);

        Assert.Equal(new ProcessExit(5, null), await attached.Exited);
    }

    [Spec]
    public async Task Neither_teardown_nor_sweep_touch_a_run_whose_owner_lives()
    {
        await using var run = OwnedRun.Start("hold", OwnedRun.Shell("exec sleep 1000"));
        await run.SaysAsync("holding");

        await run.Registry.TeardownAsync(run.Folder, CancellationToken.None);
        await run.Registry.SweepAsync(CancellationToken.None);

        Assert.True(run.Lease.Services.Single().Process.IsAlive);
    }

    [Spec]
    public async Task A_teardown_ends_a_guard_that_is_stopped()
    {
        await using var run = OwnedRun.Start("keep", OwnedRun.Shell("exec sleep 1000"));
        await run.SaysAsync("released");
        ProcessSignal.Send(run.Lease.Guard, Signals.Number("SIGSTOP")!.Value);

        Assert.True((await run.Registry.TeardownAsync(run.Folder, CancellationToken.None)).Verified);
        Assert.Empty(run.Alive());
    }

    [Spec]
    public async Task A_teardown_in_another_checkout_does_nothing()
    {
        await using var run = OwnedRun.Start("keep", OwnedRun.Shell("exec sleep 1000"));
        await run.SaysAsync("released");

        await run.Registry.TeardownAsync(_folder, CancellationToken.None);

        Assert.True(run.Lease.Services.Single().Process.IsAlive);
    }

    [Spec]
    public async Task A_process_that_got_a_reused_id_is_not_killed()
    {
        using var bystander = Process.Start("sleep", ["1000"]);
        try
        {
            var identity = ProcessIdentity.Of(bystander.Id)!.Value;
            var registry = Registry(
                Forged(process: identity with { StartTime = identity.StartTime - 1 }, guard: new(bystander.Id, identity.StartTime - 1))
            );

            var sweep = await registry.SweepAsync(CancellationToken.None);

            Assert.Equal(["forged"], sweep.Runs);
            Assert.Empty(sweep.Leftovers);
            Assert.Empty(registry.All());
            Assert.True(identity.IsAlive);
        }
        finally
        {
            bystander.Kill();
        }
    }

    [Spec]
    public async Task What_another_machine_wrote_is_left_alone()
    {
        var registry = Registry(Forged() with { Machine = MachineIdentity.Current with { Machine = "another" } });

        Assert.Empty((await registry.SweepAsync(CancellationToken.None)).Runs);
        Assert.Single(registry.All());
    }

    [Spec]
    public async Task What_an_earlier_boot_left_is_forgotten()
    {
        var registry = Registry(Forged() with { Kept = true, Machine = MachineIdentity.Current with { Boot = "earlier" } });

        Assert.Empty((await registry.SweepAsync(CancellationToken.None)).Runs);
        Assert.Empty(registry.All());
    }

    [TableSpec]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("{}")]
    [InlineData("{\"schema\":2}")]
    [InlineData("null")]
    public async Task A_lease_that_cannot_be_read_is_named_and_left_alone(string text)
    {
        await File.WriteAllTextAsync(Path.Combine(_folder, "broken.json"), text);
        List<string> warnings = [];

        Assert.Empty((await new LeaseRegistry(_folder, warnings.Add).SweepAsync(CancellationToken.None)).Runs);

        Assert.Contains("broken.json cannot be read and is left alone", warnings[0], StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(_folder, "broken.json")));
    }

    private LeaseRegistry Registry(Lease lease)
    {
        new LeaseStore(_folder).Write(lease);
        return new(_folder);
    }

    private Lease Forged(ProcessIdentity process = default, ProcessIdentity guard = default) =>
        new()
        {
            Schema = Lease.CurrentSchema,
            Id = "forged-1",
            RunId = "forged",
            Checkout = _folder,
            RunFolder = _folder,
            Machine = MachineIdentity.Current,
            Owner = new(int.MaxValue, 1),
            Guard = guard,
            Services =
            [
                new()
                {
                    Name = "service",
                    Process = process,
                    Needs = [],
                    StopSignal = Signals.Terminate,
                    GraceMs = 1000,
                    LogFile = "service.log",
                },
            ],
            Resources = [],
        };
}
