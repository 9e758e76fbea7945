using GoldenPath.Guard.Processes;

namespace GoldenPath.Guard.Protocol;

/// <summary>How a launch went: a process, or a failure.</summary>
internal sealed record StartReport(string Name, string LogFile, ProcessIdentity? Process, LaunchFailure? Failure);
