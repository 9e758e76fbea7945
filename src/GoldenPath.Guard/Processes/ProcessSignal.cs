namespace GoldenPath.Guard.Processes;

/// <summary>Sends signals to processes that are known to be the right ones.</summary>
internal static class ProcessSignal
{
    private const int OpenHandle = 434; // SYS_pidfd_open, on every architecture
    private const int SendToHandle = 424; // SYS_pidfd_send_signal, on every architecture
    private const int First = 1; // init; to kill(2), lower numbers mean whole crowds of processes

    /// <summary>Signals one process. On Linux through a handle that was checked after it was opened, so that no reused id can be hit.</summary>
    public static void Send(ProcessIdentity process, int signal)
    {
        if (process.Pid <= First)
        {
            return;
        }
        if (OperatingSystem.IsWindows())
        {
            WindowsSignal.Send(process, signal);
            return;
        }
        var handle = OperatingSystem.IsLinux() ? (int)Libc.syscall(OpenHandle, process.Pid, 0, 0, 0) : -1;
        if (handle >= 0)
        {
            using var owned = new Microsoft.Win32.SafeHandles.SafeFileHandle(handle, ownsHandle: true);
            if (process.Entry is not null)
            {
                _ = Libc.syscall(SendToHandle, handle, signal, 0, 0);
            }
        }
        else if (process.Entry is not null)
        {
            _ = Libc.kill(process.Pid, signal);
        }
    }

    /// <summary>Signals a whole group at once, as long as the process that it is named after is listed. On Windows that is the job that this
    /// process has made.</summary>
    /// <returns>Whether that was so.</returns>
    public static bool SendToGroup(ProcessIdentity leader, int signal)
    {
        if (OperatingSystem.IsWindows())
        {
            return WindowsSignal.SendToGroup(leader, signal);
        }
        return leader.Pid > First && leader.Entry is not null && Libc.kill(-leader.Pid, signal) == 0;
    }
}
