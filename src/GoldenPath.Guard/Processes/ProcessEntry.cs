namespace GoldenPath.Guard.Processes;

/// <summary>A process of this machine, as the system lists it.</summary>
/// <param name="Pid">Its id; reused after its end.</param>
/// <param name="ParentPid">The id of its parent, or of the process it fell to.</param>
/// <param name="StartTime">When it started, in the system's own unit (Linux: clock ticks since boot; macOS: microseconds since 1970; Windows: 100 ns since 1601).
/// Together with <paramref name="Pid"/> it names one process until the next boot.</param>
/// <param name="Group">Its process group; on Windows as <see cref="WindowsProcesses"/> has it.</param>
/// <param name="Session">Its session; 0 where the system does not tell.</param>
/// <param name="State">One letter: <c>R</c> running, <c>S</c> sleeping, <c>D</c> in the kernel, <c>T</c> stopped, <c>Z</c> ended but not yet waited
/// for.</param>
/// <param name="Name">The name of its executable, cut by the system after 15 characters (Windows: whole).</param>
internal sealed record ProcessEntry(int Pid, int ParentPid, long StartTime, int Group, int Session, char State, string Name)
{
    /// <summary>Whether it can still run: an ended process that nobody has waited for is not alive.</summary>
    public bool IsAlive => State is not ('Z' or 'X');
}
