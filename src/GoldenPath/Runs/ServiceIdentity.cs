namespace GoldenPath.Runs;

/// <summary>Who answers on a service's port.</summary>
/// <param name="Pid">The process that listens; <c>null</c> where that cannot be seen.</param>
/// <param name="ContainerId">The container that listens; <c>null</c> where none does.</param>
/// <param name="Verified">Whether it was proved that what answers is what this run started.</param>
public sealed record ServiceIdentity(int? Pid, string? ContainerId, bool Verified);
