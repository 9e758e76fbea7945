using GoldenPath.Guard.Leases;
using GoldenPath.Guard.Processes;

namespace GoldenPath.Guard.Stopping;

/// <summary>The stop of one service: the declared signal to its group, the grace, then a kill of all that belongs to it.</summary>
/// <param name="service">The service.</param>
/// <param name="grace">How long it may take to end by itself.</param>
internal sealed class ServiceStop(LeasedService service, TimeSpan grace)
{
    /// <summary>What is left when the group has ended never got the signal, and gets this long after it.</summary>
    private static readonly TimeSpan OutsidersGrace = TimeSpan.FromMilliseconds(500);

    private TimeSpan _end = grace;
    private bool _outsidersAsked;

    public string Name => service.Name;

    /// <summary>Asks the group to end. A stopped process would never read the signal, so it is continued as well.</summary>
    /// <param name="members">What belongs to a service of that name.</param>
    public void Ask(Func<string, IEnumerable<OwnedProcess>> members)
    {
        if (ProcessSignal.SendToGroup(service.Process, service.StopSignal))
        {
            ProcessSignal.SendToGroup(service.Process, Signals.Continue);
            return;
        }
        foreach (var member in members(service.Name).Where(IsInGroup))
        {
            ProcessSignal.Send(member.Identity, service.StopSignal);
        }
    }

    /// <summary>Whether nothing is to be done yet: the process itself lives, and has time left.</summary>
    public bool IsWaiting(TimeSpan elapsed, bool hurry) => !hurry && elapsed < _end && service.Process.IsAlive;

    /// <summary>Goes on with what is still alive; nothing is to be done any more where that is nothing.</summary>
    public void Advance(IReadOnlyList<OwnedProcess> members, TimeSpan elapsed, bool hurry)
    {
        if (!hurry && elapsed < _end && !members.Any(IsInGroup) && !_outsidersAsked)
        {
            _outsidersAsked = true;
            _end = TimeSpan.FromTicks(Math.Min(_end.Ticks, (elapsed + OutsidersGrace).Ticks));
            SendToAll(members, Signals.Terminate);
        }
        if (hurry || elapsed >= _end)
        {
            ProcessSignal.SendToGroup(service.Process, Signals.Kill);
            SendToAll(members, Signals.Kill);
        }
    }

    private bool IsInGroup(OwnedProcess member) => member.Entry.Group == service.Process.Pid || member.Identity == service.Process;

    private static void SendToAll(IEnumerable<OwnedProcess> members, int signal)
    {
        foreach (var member in members)
        {
            ProcessSignal.Send(member.Identity, signal);
        }
    }
}
