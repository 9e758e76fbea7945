using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using GoldenPath.Guard.Leases;
using GoldenPath.Guard.Processes;
using GoldenPath.Guard.Protocol;
using GoldenPath.Services;

namespace GoldenPath.Tests.Services;

public sealed class DeadOwnerSpecs
{
    [TableSpec]
    [InlineData("behaves", "sleep 1000")]
    [InlineData("ignores the signal", "trap '' TERM; while :; do sleep 1000; done")]
    [InlineData("is stopped", "kill -STOP $$; sleep 1000")]
    [InlineData("has children", "(trap '' TERM; sleep 1000 & sleep 1000) & sleep 1000 & wait")]
    [InlineData("left only children", "sleep 1000 & exit 0")]
    [InlineData("has a session of its own", "setsid sh -c 'trap \"\" TERM; sleep 1000; :' & wait")]
    [InlineData("daemonised", "setsid sh -c 'trap \"\" TERM; sleep 1000; :' & exit 0")]
    [InlineData("daemonised without a trace", "env -i setsid sh -c 'trap \"\" TERM; /bin/sleep 1000; : FOLDER' & exit 0")]
    public async Task When_the_owner_is_killed_nothing_is_left_of_a_service_that(string behaviour, string script)
    {
        await using var run = OwnedRun.Start("hold", OwnedRun.Shell(script));
        await run.SaysAsync("holding");
        Assert.False(string.IsNullOrEmpty(behaviour));
        var guard = run.Lease.Guard;

        run.Kill();

        await run.NothingIsLeftAsync();
        await Wait.UntilAsync(() => !guard.IsAlive);
    }

    [Spec]
    public async Task When_the_owner_is_killed_its_ports_are_free_again()
    {
        var port = FreePort();
        await using var run = OwnedRun.Start("hold", OwnedRun.Misbehave($"ignore-signals + fork 2 stubborn + listen 127.0.0.1:{port}"));
        await run.SaysAsync("holding");
        await Wait.UntilAsync(() => IsTaken(port));

        run.Kill();

        await run.NothingIsLeftAsync();
        Assert.False(IsTaken(port));
    }

    [Spec]
    public async Task Bystanders_that_look_alike_live_on()
    {
        await using var other = OwnedRun.Start("hold", OwnedRun.Shell("exec sleep 1000"));
        await using var run = OwnedRun.Start("hold", OwnedRun.Shell("exec sleep 1000"));
        var bystander = int.Parse((await other.SaysAsync("started")).Split(' ')[2], CultureInfo.InvariantCulture);
        await run.SaysAsync("holding");

        run.Kill();

        await run.NothingIsLeftAsync();
        Assert.True(ProcessTable.Find(bystander)?.IsAlive);
        Assert.Single(other.Registry.All());
    }

    [Spec]
    public async Task Files_that_a_shell_left_open_do_not_stay_open_for_as_long_as_services_run()
    {
        await using var run = OwnedRun.Start("hold", OwnedRun.Shell("exec sleep 1000"));
        await run.SaysAsync("holding");

        Assert.Equal("/etc/passwd", Target(run.OwnerPid));
        Assert.NotEqual("/etc/passwd", Target(run.Lease.Guard.Pid));
        Assert.Null(Target(run.Lease.Services.Single().Process.Pid));

        static string? Target(int pid) => new FileInfo($"/proc/{pid}/fd/9").LinkTarget;
    }

    [Spec]
    public async Task The_guard_of_an_owner_that_died_meanwhile_starts_nothing()
    {
        await using var run = OwnedRun.Start("hold");
        await run.SaysAsync("holding");
        var lease = run.Lease;
        run.TellToStop();
        await run.EndsAsync();

        using var guard = Process.Start(GuardProgramFile.StartInfo("late"))!;
        await guard.StandardInput.BaseStream.WriteAsync(
            JsonText.Write(new GuardCommand { Introduction = new(lease, run.Registry.Directory, [], null) }.Write, isLine: true)
        );
        await guard.StandardInput.FlushAsync();
        await guard.WaitForExitAsync();

        Assert.Equal("", await guard.StandardOutput.ReadToEndAsync());
        Assert.Empty(run.Registry.All());
    }

    [Spec]
    public async Task An_orderly_end_leaves_nothing_either()
    {
        await using var run = OwnedRun.Start("hold", OwnedRun.Shell("setsid sleep 1000 & exec sleep 1000"));
        await run.SaysAsync("holding");

        run.TellToStop();

        Assert.Equal("stopped True", await run.SaysAsync("stopped"));
        await run.EndsAsync();
        Assert.Empty(run.Alive());
    }

    [TableSpec]
    [InlineData("setsid sh -c 'trap \"\" TERM; sleep 1000; :' & trap '' TERM; sleep 1000; :", 4)]
    [InlineData("setsid sh -c 'trap \"\" TERM; sleep 1000; :' & exit 0", 2)]
    public async Task When_owner_and_guard_are_killed_the_next_sweep_ends_what_is_left(string script, int processes)
    {
        await using var run = OwnedRun.Start("hold", OwnedRun.Shell(script));
        await run.SaysAsync("holding");
        await Wait.UntilAsync(() => run.Alive().Count == processes + 2); // The owner and the guard.
        var guard = run.Lease.Guard;
        run.Kill();
        ProcessSignal.Send(guard, Signals.Kill);
        await run.EndsAsync();
        await Wait.UntilAsync(() => run.Alive().Count == processes);

        var sweep = await run.Registry.SweepAsync(CancellationToken.None);

        Assert.Equal(["owned"], sweep.Runs);
        Assert.Empty(sweep.Leftovers);
        Assert.Empty(run.Alive());
        Assert.Empty(run.Registry.All());
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static bool IsTaken(int port)
    {
        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        try
        {
            socket.Connect(IPAddress.Loopback, port);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
