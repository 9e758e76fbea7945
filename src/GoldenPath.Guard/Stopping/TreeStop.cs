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
        await StopStraysAsync(budget);
        await UntilAsync(() => !AreHeld(sockets), budget);
        return [.. _lineage.Alive().Select(Describe), .. Held(sockets)];
    }

    /// <summary>Stops one service.</summary>
    /// <returns>What is still there of it, one line each.</returns>
    public async Task<IReadOnlyList<string>> StopAsync(LeasedService service)
    {
        var grace = TimeSpan.FromMilliseconds(service.GraceMs);
        var sockets = HeldSockets(Members(service.Name));
        await StopAsync([service], grace, grace + KillReserve);
        await UntilAsync(() => !AreHeld(sockets), grace + KillReserve);
        return [.. Members(service.Name).Select(Describe), .. Held(sockets)];
    }

    private async Task StopAsync(IReadOnlyList<LeasedService> wave, TimeSpan share, TimeSpan deadline)
    {
        var start = Elapsed;
        var alive = _lineage.Alive().ToLookup(owned => owned.Service);
        List<ServiceStop> pending = [.. wave.Select(service => new ServiceStop(service, Shorter(TimeSpan.FromMilliseconds(service.GraceMs), share)))];
        pending.ForEach(stop => stop.Ask(alive[stop.Name]));
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
    private async Task StopStraysAsync(TimeSpan deadline)
    {
        var start = Elapsed;
        Send(_lineage.Alive(), Signals.Terminate);
        await UntilAsync(Advance, deadline);

        bool Advance()
        {
            var alive = _lineage.Alive();
            if (Elapsed - start > StraysGrace || hurry.IsCancellationRequested)
            {
                Send(alive, Signals.Kill);
            }
            return alive.Count == 0;
        }
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

    /// <summary>The sockets that processes of the run listen with: when these are gone, the ports are free, whoever takes them next.</summary>
    private static Dictionary<string, int> HeldSockets(IEnumerable<OwnedProcess> processes)
    {
        if (!OperatingSystem.IsLinux())
        {
            return [];
        }
        var listening = ListeningSockets.Snapshot();
        var held = new Dictionary<string, int>();
        foreach (var process in processes)
        {
            foreach (var number in ListeningSockets.HeldBy(process.Entry.Pid).Where(listening.ContainsKey))
            {
                held[number] = listening[number];
            }
        }
        return held;
    }

    private static bool AreHeld(Dictionary<string, int> sockets) => sockets.Count > 0 && Held(sockets).Any();

    private static IEnumerable<string> Held(Dictionary<string, int> sockets)
    {
        if (!OperatingSystem.IsLinux() || sockets.Count == 0)
        {
            return [];
        }
        var listening = ListeningSockets.Snapshot();
        return sockets.Where(socket => listening.ContainsKey(socket.Key)).Select(socket => $"Port {socket.Value} is still listened on by a process that inherited the socket.").Distinct();
    }

    private static string Describe(OwnedProcess owned)
    {
        var command = new Redactor().Redact(ProcessTable.CommandLine(owned.Entry.Pid));
        var service = owned.Service is null ? "a service" : $"'{owned.Service}'";
        return $"Process {owned.Entry.Pid} of {service} is still alive: {command[..Math.Min(command.Length, 160)]}";
    }

    private static TimeSpan Shorter(TimeSpan one, TimeSpan other) => one < other ? one : other;
}
