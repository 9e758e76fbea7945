using GoldenPath.Guard.Leases;

namespace GoldenPath.Guard.Protocol;

/// <summary>How a process ended; its output up to then is in its log.</summary>
internal sealed record ExitReport(string Name, LeasedExit Exit);
