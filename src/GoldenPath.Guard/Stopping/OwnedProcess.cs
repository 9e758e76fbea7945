using GoldenPath.Guard.Processes;

namespace GoldenPath.Guard.Stopping;

/// <summary>A living process that a run brought about.</summary>
/// <param name="Entry">The process.</param>
/// <param name="Service">The service it belongs to; <c>null</c> where that cannot be told any more.</param>
internal sealed record OwnedProcess(ProcessEntry Entry, string? Service)
{
    public ProcessIdentity Identity => new(Entry.Pid, Entry.StartTime);
}
