using GoldenPath.Guard.Leases;
using GoldenPath.Guard.Processes;
using GoldenPath.Guard.Redaction;

namespace GoldenPath.Guard.Stopping;

/// <summary>Ends what a lease names, within a budget, and verifies it.</summary>
/// <param name="lease">The lease.</param>
/// <param name="time">The clock.</param>
/// <param name="hurry">Ends all grace.</param>
internal sealed class TreeStop(Lease lease, TimeProvider time, CancellationToken hurry)
{
    /// <summary>What of a budget is kept for killing and verifying.</summary>
    private static readonly TimeSpan KillReserve = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan KillTime = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan FirstLook = TimeSpan.FromMilliseconds(2);
    private static readonly TimeSpan LongestLook = TimeSpan.FromMilliseconds(25);
    private static readonly TimeSpan StraysGrace = TimeSpan.FromMilliseconds(300);

    private readonly Lineage _lineage = new(lease);
    private readonly long _start = time.GetTimestamp();

    private TimeSpan Elapsed => time.GetElapsedTime(_start);

    /// <summary>Stops nobody: has all that a stop is made of compiled while there is time, not when somebody waits for it.</summary>
    public async Task RehearseAsync()
    {
        HeldSockets(_lineage.Alive());
        var nobody = new ProcessIdentity(int.MaxValue, long.MaxValue);
        var empty = lease with { Guard = nobody, Services = [.. lease.Services.Select(service => service with { Process = nobody })] };
        await new TreeStop(empty, time, hurry).StopAllAsync(TimeSpan.Zero);
    }

    /// <summary>Stops everything, the waves of services one after the other.</summary>
    /// <returns>What is still there, one line each.</returns>
    public async Task<IReadOnlyList<string>> StopAllAsync(TimeSpan budget)
    {
        var sockets = HeldSockets(_lineage.Alive());
        var waves = StopOrder.Waves(lease.Services);
        for (var i = 0; i < waves.Count; i++)
        {
            var share = (budget - KillReserve - Elapsed) / (waves.Count - i);
            await StopAsync(waves[i], share, Shorter(budget, Elapsed + share + KillTime));
        }
        var left = await StopStraysAsync(budget);
        return [.. left.Select(Describe), .. await UntilFreeAsync(sockets, budget)];
    }

    /// <summary>Stops one service.</summary>
    /// <returns>What is still there of it, one line each.</returns>
    public async Task<IReadOnlyList<string>> StopAsync(LeasedService service)
    {
        var grace = TimeSpan.FromMilliseconds(service.GraceMs);
        var sockets = HeldSockets(Members(service.Name));
        await StopAsync([service], grace, grace + KillReserve);
        return [.. Members(service.Name).Select(Describe), .. await UntilFreeAsync(sockets, grace + KillReserve)];
    }

    private async Task StopAsync(IReadOnlyList<LeasedService> wave, TimeSpan share, TimeSpan deadline)
    {
        var start = Elapsed;
        List<ServiceStop> pending =
        [
            .. wave.Select(service => new ServiceStop(service, Shorter(TimeSpan.FromMilliseconds(service.GraceMs), share))),
        ];
        pending.ForEach(stop => stop.Ask(Members));
        await UntilAsync(Advance, deadline);

        bool Advance()
        {
            var elapsed = Elapsed - start;
            var isHurried = hurry.IsCancellationRequested;
            if (pending.TrueForAll(stop => stop.IsWaiting(elapsed, isHurried)))
            {
                return pending.Count == 0;
            }
            var living = _lineage.Alive().ToLookup(owned => owned.Service);
            pending.RemoveAll(stop => !living.Contains(stop.Name));
            pending.ForEach(stop => stop.Advance([.. living[stop.Name]], elapsed, isHurried));
            return pending.Count == 0;
        }
    }

    /// <summary>Stops what belongs to the run, but cannot be told to which service.</summary>
    /// <returns>What is still alive.</returns>
    private async Task<IReadOnlyList<OwnedProcess>> StopStraysAsync(TimeSpan deadline)
    {
        var start = Elapsed;
        var alive = _lineage.Alive();
        Send(alive, Signals.Terminate);
        await UntilAsync(Advance, deadline);
        return alive;

        bool Advance()
        {
            if (alive.Count > 0 && (Elapsed - start > StraysGrace || hurry.IsCancellationRequested))
            {
                Send(alive, Signals.Kill);
            }
            alive = alive.Count > 0 ? _lineage.Alive() : alive;
            return alive.Count == 0;
        }
    }

    private async Task<IReadOnlyList<string>> UntilFreeAsync(HashSet<ulong> sockets, TimeSpan deadline)
    {
        IReadOnlyList<string> left = [];
        await UntilAsync(() => (left = StillListening(sockets)).Count == 0, deadline);
        return left;
    }

    private async Task UntilAsync(Func<bool> isDone, TimeSpan deadline)
    {
        var pause = FirstLook;
        while (!isDone() && Elapsed < deadline)
        {
            await Task.Delay(pause, time, CancellationToken.None);
            pause = Shorter(pause * 1.5, LongestLook);
        }
    }

    private IEnumerable<OwnedProcess> Members(string service) => _lineage.Alive().Where(owned => owned.Service == service);

    private static void Send(IEnumerable<OwnedProcess> processes, int signal)
    {
        foreach (var process in processes)
        {
            ProcessSignal.Send(process.Identity, signal);
        }
    }

    /// <summary>The sockets that processes of the run hold. When none of these listens any more, the ports are free, whoever takes them next.</summary>
    private static HashSet<ulong> HeldSockets(IEnumerable<OwnedProcess> processes)
    {
        HashSet<ulong> sockets = [];
        foreach (var process in processes)
        {
            sockets.UnionWith(ListeningSockets.HeldBy(process.Entry.Pid));
        }
        return sockets;
    }

    private static IReadOnlyList<string> StillListening(HashSet<ulong> sockets) =>
        [.. ListeningSockets.Ports(sockets).Select(port => $"Port {port} is still listened on by a process that inherited the socket.")];

    private static string Describe(OwnedProcess owned)
    {
        var command = new Redactor().Redact(ProcessTable.CommandLine(owned.Entry.Pid));
        var service = owned.Service is null ? "a service" : $"'{owned.Service}'";
        return $"Process {owned.Entry.Pid} of {service} is still alive: {command[..Math.Min(command.Length, 160)]}";
    }

    private static TimeSpan Shorter(TimeSpan one, TimeSpan other) => one < other ? one : other;
}
