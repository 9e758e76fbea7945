using GoldenPath.Guard.Engine;
using GoldenPath.Guard.Leases;
using GoldenPath.Guard.Processes;
using GoldenPath.Guard.Stopping;
using GoldenPath.Runs;

namespace GoldenPath.Services;

/// <summary>Ends what a lease names from outside: through its guard where that lives, with its own hands where not.</summary>
internal sealed class LeaseTeardown(LeaseStore store, TimeProvider time)
{
    private static readonly TimeSpan Budget = TimeSpan.FromSeconds(7);
    private static readonly TimeSpan LookAgain = TimeSpan.FromMilliseconds(10);

    /// <summary>Ends it, verifies that, and removes the lease.</summary>
    public async Task<TeardownResult> EndAsync(Lease lease, CancellationToken hurry)
    {
        var start = time.GetTimestamp();
        if (lease.Machine.IsHere)
        {
            await EndGuardAsync(lease, hurry);
        }
        List<string> leftovers = [];
        if (store.Find(lease.Id) is { } left)
        {
            var rest = Budget - time.GetElapsedTime(start);
            var budget = rest > Seconds(2) ? rest : Seconds(2);
            // Process ids of an earlier boot are somebody else's by now.
            var processes = lease.Machine.IsHere
                ? new TreeStop(left, time, hurry).StopAllAsync(budget)
                : Task.FromResult<IReadOnlyList<string>>([]);
            var resources = new ResourceRemoval(left.Resources, time).RunBesideAsync(processes, budget, hurry);
            leftovers = [.. await processes, .. await resources];
        }
        if (leftovers.Count == 0 && store.Delete(lease.Id) is { } kept)
        {
            leftovers.Add(kept);
        }
        return TeardownResult.Of(time.GetElapsedTime(start), leftovers);
    }

    /// <summary>A living guard does the work itself: it knows best what fell to it. One that does not answer is killed.</summary>
    private async Task EndGuardAsync(Lease lease, CancellationToken hurry)
    {
        var start = time.GetTimestamp();
        ProcessSignal.Send(lease.Guard, Signals.Terminate);
        ProcessSignal.Send(lease.Guard, Signals.Continue);
        await using var hurrying = hurry.Register(() => ProcessSignal.Send(lease.Guard, Signals.Interrupt));
        while (lease.Guard.IsAlive)
        {
            if (time.GetElapsedTime(start) > Budget + Seconds(0.5))
            {
                ProcessSignal.Send(lease.Guard, Signals.Kill);
            }
            await Task.Delay(LookAgain, time, CancellationToken.None);
        }
    }

    private static TimeSpan Seconds(double seconds) => TimeSpan.FromSeconds(seconds);
}
