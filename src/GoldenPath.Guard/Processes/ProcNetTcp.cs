using System.Globalization;
using System.Net;
using System.Runtime.InteropServices;

namespace GoldenPath.Guard.Processes;

/// <summary>The kernel's list of TCP sockets, <c>/proc/net/tcp</c> and <c>/proc/net/tcp6</c>.</summary>
/// <remarks>Format: https://docs.kernel.org/networking/proc_net_tcp.html. Addresses are dumped as 32-bit words in the byte order of the
/// machine. The kernel lists listening sockets before all others, so the many lines of a machine under load are not read.</remarks>
internal static class ProcNetTcp
{
    private const string Listen = "0A";
    private static readonly string[] Files = ["/proc/net/tcp", "/proc/net/tcp6"];

    /// <summary>Whether this machine has the list.</summary>
    public static bool Exists => File.Exists(Files[0]);

    /// <summary>The sockets that listen.</summary>
    public static IEnumerable<TcpSocket> Listening() => Files.Where(File.Exists).SelectMany(file => Listening(File.ReadLines(file)));

    /// <summary>The sockets that listen, in a list of one file, its heading included.</summary>
    public static IEnumerable<TcpSocket> Listening(IEnumerable<string> lines) =>
        lines.Skip(1).Select(Fields).TakeWhile(IsListening).Select(Parse);

    /// <summary>The inode of the established socket with these two ends; 0 while the application has not accepted it.</summary>
    public static ulong? Established(IPEndPoint local, IPEndPoint remote) =>
        Files
            .Where(File.Exists)
            .Select(file => InodeOf(file, Key(local, remote, mapped: file.EndsWith('6'))))
            .FirstOrDefault(inode => inode is not null);

    /// <summary>An address and port as the kernel dumps them.</summary>
    public static string Text(IPEndPoint endPoint)
    {
        var words = MemoryMarshal.Cast<byte, uint>(endPoint.Address.GetAddressBytes().AsSpan());
        return string.Concat(words.ToArray().Select(word => word.ToString("X8", CultureInfo.InvariantCulture)))
            + ":"
            + endPoint.Port.ToString("X4", CultureInfo.InvariantCulture);
    }

    private static string[] Fields(string line) => line.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static bool IsListening(string[] fields) => fields.Length > 9 && fields[3] == Listen;

    private static TcpSocket Parse(string[] fields) =>
        new(EndPoint(fields[1]), uint.Parse(fields[7], CultureInfo.InvariantCulture), ulong.Parse(fields[9], CultureInfo.InvariantCulture));

    private static IPEndPoint EndPoint(string text)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        var words = Convert
            .FromHexString(text.AsSpan(0, colon))
            .Chunk(4)
            .SelectMany(word => BitConverter.IsLittleEndian ? word.Reverse() : word);
        return new(new IPAddress([.. words]), int.Parse(text.AsSpan(colon + 1), NumberStyles.HexNumber, CultureInfo.InvariantCulture));
    }

    private static string Key(IPEndPoint local, IPEndPoint remote, bool mapped) =>
        mapped
            ? $"{Text(new(local.Address.MapToIPv6(), local.Port))} {Text(new(remote.Address.MapToIPv6(), remote.Port))} "
            : $"{Text(local)} {Text(remote)} ";

    private static ulong? InodeOf(string file, string key) =>
        File.ReadLines(file).FirstOrDefault(line => line.Contains(key, StringComparison.Ordinal)) is { } line
            ? ulong.Parse(Fields(line)[9], CultureInfo.InvariantCulture)
            : null;
}
