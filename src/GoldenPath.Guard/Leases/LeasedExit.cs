namespace GoldenPath.Guard.Leases;

/// <summary>How a leased process ended.</summary>
/// <param name="Code">Its exit code; <c>null</c> where a signal ended it.</param>
/// <param name="Signal">The signal's number; <c>null</c> where it exited by itself.</param>
internal sealed record LeasedExit(int? Code, int? Signal);
