using System.Globalization;
using System.Net;
using System.Net.Sockets;
using GoldenPath.Guard.Processes;

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
    public async Task An_orderly_end_leaves_nothing_either()
    {
        await using var run = OwnedRun.Start("hold", OwnedRun.Shell("setsid sleep 1000 & exec sleep 1000"));
        await run.SaysAsync("holding");

        run.TellToStop();

        Assert.Equal("stopped True", await run.SaysAsync("stopped"));
        await run.EndsAsync();
        Assert.Empty(run.Alive());
    }

    [Spec]
    public async Task When_owner_and_guard_are_killed_the_next_sweep_ends_what_is_left()
    {
        await using var run = OwnedRun.Start("hold", OwnedRun.Shell("setsid sh -c 'trap \"\" TERM; sleep 1000; :' & trap '' TERM; sleep 1000; :"));
        await run.SaysAsync("holding");
        await Wait.UntilAsync(() => run.Alive().Count >= 6); // Owner, guard, two shells and what they sleep in.
        var guard = run.Lease.Guard;
        run.Kill();
        ProcessSignal.Send(guard, Signals.Kill);
        await run.EndsAsync();
        await Wait.UntilAsync(() => !guard.IsAlive);

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
