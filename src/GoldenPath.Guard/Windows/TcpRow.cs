using System.Buffers.Binary;
using System.Net;

namespace GoldenPath.Guard.Windows;

/// <summary>A TCP socket as Windows lists it.</summary>
/// <param name="Local">Its own address and port.</param>
/// <param name="Remote">The other end; without meaning where it listens.</param>
/// <param name="Pid">The process that opened it.</param>
internal readonly record struct TcpRow(IPEndPoint Local, IPEndPoint Remote, int Pid)
{
    private const int Size4 = 24; // MIB_TCPROW_OWNER_PID
    private const int Size6 = 56; // MIB_TCP6ROW_OWNER_PID

    /// <summary>A number that no other listening socket of that process has.</summary>
    public ulong Key => ((ulong)(uint)Pid << 32) | ((ulong)Local.AddressFamily << 16) | (ushort)Local.Port;

    /// <summary>The rows of a table for IPv4, a <c>MIB_TCPTABLE_OWNER_PID</c>.</summary>
    public static IEnumerable<TcpRow> Of4(byte[] table) =>
        Rows(table, Size4)
            .Select(row => new TcpRow(
                new(new IPAddress(row.Span[4..8]), Port(row.Span[8..])),
                new(new IPAddress(row.Span[12..16]), Port(row.Span[16..])),
                BitConverter.ToInt32(row.Span[20..])
            ));

    /// <summary>The rows of a table for IPv6, a <c>MIB_TCP6TABLE_OWNER_PID</c>. The number of the interface belongs to the address.</summary>
    public static IEnumerable<TcpRow> Of6(byte[] table) =>
        Rows(table, Size6)
            .Select(row => new TcpRow(
                new(new IPAddress(row.Span[..16], BitConverter.ToUInt32(row.Span[16..])), Port(row.Span[20..])),
                new(new IPAddress(row.Span[24..40], BitConverter.ToUInt32(row.Span[40..])), Port(row.Span[44..])),
                BitConverter.ToInt32(row.Span[52..])
            ));

    private static IEnumerable<ReadOnlyMemory<byte>> Rows(byte[] table, int size) =>
        Enumerable
            .Range(0, BitConverter.ToInt32(table))
            .Select(row => (ReadOnlyMemory<byte>)table.AsMemory(sizeof(int) + (row * size), size));

    private static ushort Port(ReadOnlySpan<byte> field) => BinaryPrimitives.ReadUInt16BigEndian(field);
}
