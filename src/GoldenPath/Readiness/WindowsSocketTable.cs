using System.Buffers.Binary;
using System.Net;
using System.Runtime.InteropServices;

namespace GoldenPath.Readiness;

/// <summary>The listening sockets of a Windows machine, as the IP helper library tells them. Written after its documentation, untested.</summary>
/// <remarks>https://learn.microsoft.com/windows/win32/api/iphlpapi/nf-iphlpapi-getextendedtcptable. The server's end of a connection is
/// not looked up there: <see cref="SocketTable.ServersOf"/> knows nothing.</remarks>
internal sealed class WindowsSocketTable : SocketTable
{
    private const int ListenersWithOwner = 3; // TCP_TABLE_OWNER_PID_LISTENER
    private const int InsufficientBuffer = 122;

    /// <inheritdoc/>
    public override IReadOnlyList<PortListener>? On(int port, int? likely = null) =>
        All()?.Where(listener => listener.EndPoint.Port == port).ToList();

    /// <inheritdoc/>
    public override IReadOnlyList<PortListener>? Of(Func<int, bool> owns) => All()?.Where(listener => listener.Pids.Any(owns)).ToList();

    private static List<PortListener>? All() =>
        Read(2) is { } four && Read(23) is { } six ? [.. Rows(four, 24, Parse4), .. Rows(six, 56, Parse6)] : null;

    private static byte[]? Read(int family)
    {
        var size = 0;
        byte[] buffer = [];
        int error;
        while ((error = GetExtendedTcpTable(buffer, ref size, sort: false, family, ListenersWithOwner, 0)) == InsufficientBuffer)
        {
            buffer = new byte[size];
        }

        return error == 0 ? buffer : null;
    }

    private static IEnumerable<PortListener> Rows(byte[] table, int size, Func<ReadOnlyMemory<byte>, PortListener> parse) =>
        Enumerable.Range(0, BitConverter.ToInt32(table)).Select(row => parse(table.AsMemory(4 + (row * size), size)));

    private static PortListener Parse4(ReadOnlyMemory<byte> row) => Listener(row.Span[4..8], null, row.Span[8..], row.Span[20..]);

    private static PortListener Parse6(ReadOnlyMemory<byte> row) =>
        Listener(row.Span[..16], BitConverter.ToUInt32(row.Span[16..]), row.Span[20..], row.Span[52..]);

    private static PortListener Listener(ReadOnlySpan<byte> address, uint? scope, ReadOnlySpan<byte> port, ReadOnlySpan<byte> pid) =>
        new()
        {
            EndPoint = new(
                scope is { } id ? new IPAddress(address, id) : new IPAddress(address),
                BinaryPrimitives.ReadUInt16BigEndian(port)
            ),
            Pids = [BitConverter.ToInt32(pid)],
        };

    [DllImport("iphlpapi.dll", ExactSpelling = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static extern int GetExtendedTcpTable(
        [Out] byte[] table,
        ref int size,
        [MarshalAs(UnmanagedType.Bool)] bool sort,
        int family,
        int tableClass,
        int reserved
    );
}
