namespace GoldenPath.Guard.Processes;

/// <summary>Names one process for good: ids are reused, an id together with its start time is not, until the next boot.</summary>
/// <param name="Pid">The id.</param>
/// <param name="StartTime">When it started, in the unit of <see cref="ProcessEntry.StartTime"/>.</param>
internal readonly record struct ProcessIdentity(int Pid, long StartTime)
{
    /// <summary>This process itself.</summary>
    public static ProcessIdentity Current => Of(Environment.ProcessId) ?? new(Environment.ProcessId, 0);

    /// <summary>Whether the very process is still alive, rather than another one that got its id.</summary>
    public bool IsAlive => Entry is { IsAlive: true };

    /// <summary>The process as the system lists it; <c>null</c> where it is gone. An ended one that nobody has waited for is still listed.</summary>
    public ProcessEntry? Entry => ProcessTable.Find(Pid) is { } entry && entry.StartTime == StartTime ? entry : null;

    /// <summary>The process that has an id now; <c>null</c> where none has.</summary>
    public static ProcessIdentity? Of(int pid) => ProcessTable.Find(pid) is { } entry ? new(pid, entry.StartTime) : null;
}
