using System.Net;

namespace GoldenPath.Readiness;

/// <summary>A line of <c>/proc/net/tcp</c> or <c>/proc/net/tcp6</c>.</summary>
internal readonly record struct TcpSocket(IPEndPoint Local, uint UserId, ulong Inode);
