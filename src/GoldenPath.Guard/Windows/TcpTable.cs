using System.Runtime.InteropServices;
using System.Runtime.Versioning;

namespace GoldenPath.Guard.Windows;

/// <summary>The TCP sockets of this machine with their owners, as the IP helper library tells them, for both address families.</summary>
/// <remarks>https://learn.microsoft.com/windows/win32/api/iphlpapi/nf-iphlpapi-getextendedtcptable.</remarks>
[SupportedOSPlatform("windows")]
internal static partial class TcpTable
{
    private const int ListenersWithOwner = 3; // TCP_TABLE_OWNER_PID_LISTENER
    private const int ConnectionsWithOwner = 4; // TCP_TABLE_OWNER_PID_CONNECTIONS
    private const int InsufficientBuffer = 122; // ERROR_INSUFFICIENT_BUFFER
    private const int Family4 = 2; // AF_INET
    private const int Family6 = 23; // AF_INET6

    /// <summary>The sockets that listen; <c>null</c> where the system does not tell.</summary>
    public static IReadOnlyList<TcpRow>? Listeners() => All(ListenersWithOwner);

    /// <summary>The connections; <c>null</c> where the system does not tell.</summary>
    public static IReadOnlyList<TcpRow>? Connections() => All(ConnectionsWithOwner);

    private static IReadOnlyList<TcpRow>? All(int kind) =>
        Read(Family4, kind) is { } four && Read(Family6, kind) is { } six ? [.. TcpRow.Of4(four), .. TcpRow.Of6(six)] : null;

    private static byte[]? Read(int family, int kind)
    {
        var size = 0;
        byte[] buffer = [];
        int error;
        while ((error = GetExtendedTcpTable(buffer, ref size, sort: false, family, kind, 0)) == InsufficientBuffer)
        {
            buffer = new byte[size];
        }
        return error == 0 ? buffer : null;
    }

    [LibraryImport("iphlpapi")]
    private static partial int GetExtendedTcpTable(
        [Out] byte[] table,
        ref int size,
        [MarshalAs(UnmanagedType.Bool)] bool sort,
        int family,
        int kind,
        int reserved
    );
}
