using System.Runtime.Versioning;

namespace GoldenPath.Guard.Windows;

/// <summary>The two requests that a guard takes from other processes of its user, as named events: to end the run in order, or without
/// grace. Windows has no signals that could carry them.</summary>
[SupportedOSPlatform("windows")]
internal sealed class GuardEvents : IDisposable
{
    private readonly List<(EventWaitHandle Event, RegisteredWaitHandle Wait)> _waits;

    /// <summary>Begins to take requests.</summary>
    /// <param name="guard">The guard's own process.</param>
    /// <param name="end">The run is to be ended in order.</param>
    /// <param name="hurry">The run is to be ended without grace.</param>
    public GuardEvents((int Pid, long StartTime) guard, Action end, Action hurry) =>
        _waits = [Wait(Name(guard, isHurry: false), end), Wait(Name(guard, isHurry: true), hurry)];

    /// <summary>Sends a request.</summary>
    /// <returns>Whether there is a guard that takes it.</returns>
    public static bool Send((int Pid, long StartTime) guard, bool isHurry)
    {
        if (!EventWaitHandle.TryOpenExisting(Name(guard, isHurry), out var request))
        {
            return false;
        }
        using (request)
        {
            return request.Set();
        }
    }

    public void Dispose()
    {
        foreach (var (request, wait) in _waits)
        {
            wait.Unregister(waitObject: null);
            request.Dispose();
        }
    }

    private static (EventWaitHandle Event, RegisteredWaitHandle Wait) Wait(string name, Action react)
    {
        var request = new EventWaitHandle(initialState: false, EventResetMode.ManualReset, name);
        return (
            request,
            ThreadPool.RegisterWaitForSingleObject(request, (_, _) => react(), state: null, Timeout.Infinite, executeOnlyOnce: true)
        );
    }

    /// <summary>Global: a teardown may come from another session, as that of a remote login.</summary>
    private static string Name((int Pid, long StartTime) guard, bool isHurry) =>
        $@"Global\GoldenPath.Guard.{guard.Pid}.{guard.StartTime}.{(isHurry ? "hurry" : "end")}";
}
