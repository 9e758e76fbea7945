using System.Runtime.Versioning;
using GoldenPath.Guard.Windows;

namespace GoldenPath.Guard.Processes;

/// <summary>What stands for signals on Windows: Ctrl-Break for all of a console group, the closing of windows, an event for a guard, and
/// the end of a process or a job for SIGKILL.</summary>
[SupportedOSPlatform("windows")]
internal static class WindowsSignal
{
    private const int KilledExitCode = 128 + Signals.Kill; // As shells report it.

    /// <summary>Asks or ends one process. A program without windows that is no guard cannot be asked alone.</summary>
    public static void Send(ProcessIdentity process, int signal)
    {
        if (signal == Signals.Kill)
        {
            ProcessHandle.Terminate(process.Pid, process.StartTime, KilledExitCode);
        }
        else if (
            signal is Signals.Terminate or Signals.Interrupt
            && !GuardEvents.Send((process.Pid, process.StartTime), isHurry: signal == Signals.Interrupt)
            && process.Entry is not null
        )
        {
            TopWindows.Ask([process.Pid]);
        }
    }

    /// <summary>Asks or ends everything in the job that this process has made for another one. Whatever a service declares as its signal,
    /// Ctrl-Break is the one that a group can be sent.</summary>
    /// <returns>Whether this process has made that job.</returns>
    public static bool SendToGroup(ProcessIdentity leader, int signal)
    {
        if (signal == Signals.Kill)
        {
            return Jobs.Terminate(leader.Pid, KilledExitCode);
        }
        var members = Jobs.Pids(leader.Pid);
        if (members.Count == 0 || signal == Signals.Continue)
        {
            return members.Count > 0;
        }
        var isAsked = Kernel32.GenerateConsoleCtrlEvent(Kernel32.ControlBreak, leader.Pid);
        return TopWindows.Ask(members) || isAsked;
    }
}
