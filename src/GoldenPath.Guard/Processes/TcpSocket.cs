using System.Net;

namespace GoldenPath.Guard.Processes;

/// <summary>A TCP socket as the kernel lists it.</summary>
/// <param name="Local">Its own address and port.</param>
/// <param name="UserId">The user that opened it.</param>
/// <param name="Inode">Its number; 0 while it is nobody's yet.</param>
/// <param name="IsIPv6Only">Whether a <c>::</c> takes no IPv4 connections; <c>null</c> where that is not told.</param>
internal readonly record struct TcpSocket(IPEndPoint Local, uint UserId, ulong Inode, bool? IsIPv6Only = null);
