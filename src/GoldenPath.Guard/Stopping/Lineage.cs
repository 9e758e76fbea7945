using GoldenPath.Guard.Leases;
using GoldenPath.Guard.Processes;

namespace GoldenPath.Guard.Stopping;

/// <summary>Tells which processes of the machine a run brought about: what its lease names, the descendants and groups of these,
/// whatever fell to the guard, and whatever carries the marker of the run in its environment.</summary>
internal sealed class Lineage(Lease lease)
{
    private readonly Dictionary<ProcessIdentity, string> _leaders = lease
        .Services.DistinctBy(service => service.Process)
        .ToDictionary(service => service.Process, service => service.Name);
    private readonly HashSet<ProcessIdentity> _seen = [];

    /// <summary>Every living process of the run. A process that was seen once is recognised although its parents are gone.</summary>
    public IReadOnlyList<OwnedProcess> Alive()
    {
        var table = ProcessTable.Snapshot();
        List<OwnedProcess> alive = [];
        foreach (var entry in table.Values)
        {
            if (entry.IsAlive && IsCandidate(entry) && Owner(entry, table.GetValueOrDefault) is { } owned)
            {
                _seen.Add(owned.Identity);
                alive.Add(owned);
            }
        }
        return alive;
    }

    /// <summary>Whether a single process belongs to the run, and to which of its services.</summary>
    public OwnedProcess? Find(int pid) =>
        ProcessTable.Find(pid) is { } entry && IsCandidate(entry) ? Owner(entry, ProcessTable.Find) : null;

    /// <summary>Nothing is older than the guard that started it; neither the guard nor the owner are their own prey.</summary>
    private bool IsCandidate(ProcessEntry entry) =>
        entry.StartTime >= lease.Guard.StartTime
        && entry.Pid != lease.Guard.Pid
        && entry.Pid != lease.Owner.Pid
        && entry.Pid != Environment.ProcessId;

    private OwnedProcess? Owner(ProcessEntry entry, Func<int, ProcessEntry?> find)
    {
        var fellToGuard = false;
        for (ProcessEntry? current = entry; current is not null; current = Parent(current, find))
        {
            var identity = new ProcessIdentity(current.Pid, current.StartTime);
            if (_leaders.TryGetValue(identity, out var service))
            {
                return new(entry, service);
            }
            fellToGuard |= identity == lease.Guard && !OperatingSystem.IsWindows(); // There its one child without a job is its console.
        }
        var named = ByGroup(entry, find) ?? ByMarker(entry.Pid);
        return named is not null || fellToGuard || _seen.Contains(new(entry.Pid, entry.StartTime)) ? new(entry, named) : null;
    }

    private static ProcessEntry? Parent(ProcessEntry child, Func<int, ProcessEntry?> find) =>
        find(child.ParentPid) is { } parent && parent.StartTime <= child.StartTime && parent.Pid != child.Pid ? parent : null;

    private string? ByGroup(ProcessEntry entry, Func<int, ProcessEntry?> find) =>
        find(entry.Group) is { } leader ? _leaders.GetValueOrDefault(new(leader.Pid, leader.StartTime)) : null;

    /// <summary>The marker holds one word for each run that it is nested in.</summary>
    private string? ByMarker(int pid)
    {
        var prefix = lease.Id + "/";
        var words = ProcessTable.Variable(pid, Lease.Marker)?.Split(' ') ?? [];
        var own = Array.Find(words, word => word.StartsWith(prefix, StringComparison.Ordinal));
        return own is null ? null : Uri.UnescapeDataString(own[prefix.Length..]);
    }
}
