using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;
using GoldenPath.Guard.Processes;
using Microsoft.Win32.SafeHandles;

namespace GoldenPath.Readiness;

/// <summary>Asks the Linux kernel for sockets over netlink (sock_diag(7)): for the listening ones alone, or for one connection.</summary>
/// <remarks>About 30 µs, where <c>/proc/net/tcp</c> takes milliseconds: reading that walks the table of all connections, whose size goes with
/// the machine's memory. Some sandboxes have no such socket; there every answer is <c>null</c>.</remarks>
internal static class SocketDiagnostics
{
    private const int Netlink = 16; // AF_NETLINK
    private const int RawCloseOnExec = 3 | 0x80000; // SOCK_RAW | SOCK_CLOEXEC
    private const int SockDiag = 4; // NETLINK_SOCK_DIAG
    private const int RequestLength = 72; // nlmsghdr and inet_diag_req_v2
    private const int HeaderLength = 16; // nlmsghdr
    private const int MessageLength = 72; // inet_diag_msg
    private const ushort ByFamily = 20; // SOCK_DIAG_BY_FAMILY
    private const ushort Done = 3; // NLMSG_DONE
    private const ushort Error = 2; // NLMSG_ERROR
    private const ushort IPv6OnlyAttribute = 11; // INET_DIAG_SKV6ONLY
    private const byte ListenState = 10;

    /// <summary>The sockets that listen; <c>null</c> where the kernel does not tell.</summary>
    public static IReadOnlyList<TcpSocket>? Listening() =>
        Dump(AddressFamily.InterNetwork) is { } four && Dump(AddressFamily.InterNetworkV6) is { } six ? [.. four, .. six] : null;

    /// <summary>The inode of the connection with these two ends: 0 while the application has not accepted it, or where there is none;
    /// <c>null</c> where the kernel does not tell.</summary>
    public static ulong? Established(IPEndPoint local, IPEndPoint remote)
    {
        using var netlink = CreateSocket(Netlink, RawCloseOnExec, SockDiag);
        if (netlink.IsInvalid)
        {
            return null;
        }

        var request = Request(local.AddressFamily, isDump: false);
        Write(request.AsSpan(24), local, remote);
        var reply = new byte[4096];
        var read = Send(netlink, request, request.Length, 0) < 0 ? -1 : Receive(netlink, reply, reply.Length, 0);
        return read >= HeaderLength + MessageLength && Type(reply) == ByFamily && reply[HeaderLength + 1] != ListenState
            ? Parse(reply.AsSpan(HeaderLength, MessageLength)).Inode
            : 0;
    }

    private static List<TcpSocket>? Dump(AddressFamily family)
    {
        using var netlink = CreateSocket(Netlink, RawCloseOnExec, SockDiag);
        if (netlink.IsInvalid)
        {
            return null;
        }

        Send(netlink, Request(family, isDump: true), RequestLength, 0);
        var sockets = new List<TcpSocket>();
        var buffer = new byte[32 * 1024];
        while (Receive(netlink, buffer, buffer.Length, 0) is > 0 and var read)
        {
            var rest = buffer.AsSpan(0, (int)read);
            for (; rest.Length >= HeaderLength; rest = rest[Math.Min(rest.Length, Aligned(MemoryMarshal.Read<int>(rest)))..])
            {
                if (Type(rest) is Done or Error)
                {
                    return Type(rest) == Done ? sockets : null;
                }

                sockets.Add(Parse(rest[HeaderLength..MemoryMarshal.Read<int>(rest)]));
            }
        }

        return null;
    }

    private static byte[] Request(AddressFamily family, bool isDump)
    {
        var request = new byte[RequestLength];
        MemoryMarshal.Write(request, RequestLength);
        MemoryMarshal.Write(request.AsSpan(4), ByFamily);
        MemoryMarshal.Write(request.AsSpan(6), (ushort)(isDump ? 0x301 : 1)); // NLM_F_REQUEST, NLM_F_DUMP
        request[HeaderLength] = (byte)(family == AddressFamily.InterNetwork ? 2 : 10); // AF_INET, AF_INET6
        request[HeaderLength + 1] = (byte)ProtocolType.Tcp;
        MemoryMarshal.Write(request.AsSpan(HeaderLength + 4), isDump ? 1 << ListenState : -1);
        return request;
    }

    /// <summary>Fills in an inet_diag_sockid; ~0 stands for "any cookie".</summary>
    private static void Write(Span<byte> id, IPEndPoint local, IPEndPoint remote)
    {
        BinaryPrimitives.WriteUInt16BigEndian(id, (ushort)local.Port);
        BinaryPrimitives.WriteUInt16BigEndian(id[2..], (ushort)remote.Port);
        local.Address.TryWriteBytes(id[4..], out _);
        remote.Address.TryWriteBytes(id[20..], out _);
        id[40..48].Fill(0xFF);
    }

    private static TcpSocket Parse(ReadOnlySpan<byte> message)
    {
        var address = new IPAddress(message.Slice(8, message[0] == 2 ? 4 : 16));
        return new(
            new(address, BinaryPrimitives.ReadUInt16BigEndian(message[4..])),
            MemoryMarshal.Read<uint>(message[64..]),
            MemoryMarshal.Read<uint>(message[68..]),
            IsIPv6Only(message[MessageLength..])
        );
    }

    private static bool? IsIPv6Only(ReadOnlySpan<byte> attributes)
    {
        for (
            ;
            attributes.Length >= 5;
            attributes = attributes[Math.Min(attributes.Length, Aligned(MemoryMarshal.Read<ushort>(attributes)))..]
        )
        {
            if (MemoryMarshal.Read<ushort>(attributes[2..]) == IPv6OnlyAttribute)
            {
                return attributes[4] != 0;
            }
        }

        return null;
    }

    private static ushort Type(ReadOnlySpan<byte> message) => MemoryMarshal.Read<ushort>(message[4..]);

    private static int Aligned(int length) => Math.Max(4, (length + 3) & ~3);

    [DllImport("libc", EntryPoint = "socket", ExactSpelling = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern SafeFileHandle CreateSocket(int domain, int type, int protocol);

    [DllImport("libc", EntryPoint = "send", ExactSpelling = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern nint Send(SafeFileHandle socket, byte[] bytes, nint length, int flags);

    [DllImport("libc", EntryPoint = "recv", ExactSpelling = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern nint Receive(SafeFileHandle socket, byte[] bytes, nint length, int flags);
}
