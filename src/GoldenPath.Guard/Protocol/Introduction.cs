using GoldenPath.Guard.Leases;

namespace GoldenPath.Guard.Protocol;

/// <summary>The owner's first message: who it is, and what the guard must know before anything is started.</summary>
/// <param name="Lease">The lease, still without services; the guard enters itself.</param>
/// <param name="LeaseDirectory">The full path of the folder of leases.</param>
/// <param name="Secrets">The literal secrets to hide in output.</param>
/// <param name="Home">The home folder to shorten in output.</param>
internal sealed record Introduction(Lease Lease, string LeaseDirectory, IReadOnlyList<string> Secrets, string? Home);
