using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;

namespace GoldenPath.Services;

/// <summary>Takes a free port for a service whose port is 0.</summary>
/// <remarks>
/// The port comes from 20000 to 29999, outside the range from which the kernel serves outgoing connections and binds to port 0: no
/// connection of anybody can land on it by chance. It is free on every address of both families, and a locked file in
/// the temporary folder keeps it from other runs on this machine until the service listens. Where the kernel's range
/// reaches into ours, the kernel picks. It does not prove that the service gets the port: a program that asks for exactly this number may
/// still come first, which the readiness wait then finds out.
/// </remarks>
internal static class FreePort
{
    private const int First = 20_000;
    private const int Last = 29_999;
    private const int Attempts = 1_000;

    /// <summary>Takes a port that nobody listens on and no other run has taken.</summary>
    /// <returns>The reservation: to be disposed as soon as the service listens or will not.</returns>
    /// <exception cref="InvalidOperationException">There is no such port.</exception>
    public static PortReservation Reserve() => Reserve(Path.Combine(Path.GetTempPath(), "golden-path-ports"));

    /// <summary>The same with the folder of the locked files given.</summary>
    internal static PortReservation Reserve(string folder) =>
        Enumerable.Range(0, Attempts).Select(_ => TryReserve(folder, Candidate())).OfType<PortReservation>().FirstOrDefault()
        ?? throw new InvalidOperationException(
            $"No free port was found between {First} and {Last} in {Attempts} attempts. Can files be written in {folder}?"
        );

    /// <summary>Takes one port, unless somebody has it.</summary>
    internal static PortReservation? TryReserve(string folder, int port)
    {
        var reservation = PortReservation.TryTake(folder, port);
        if (reservation is null || IsFree(port))
        {
            return reservation;
        }

        reservation.Dispose();
        return null;
    }

    private static bool IsFree(int port) => !BindTest.IsHeld(IPAddress.Any, port) && !BindTest.IsHeld(IPAddress.IPv6Any, port);

    private static int Candidate() => KernelPicksIn(First, Last) ? PickedByTheKernel() : RandomNumberGenerator.GetInt32(First, Last + 1);

    private static bool KernelPicksIn(int first, int last)
    {
        const string Range = "/proc/sys/net/ipv4/ip_local_port_range"; // elsewhere 49152 to 65535, as IANA has it
        if (!File.Exists(Range))
        {
            return false;
        }

        var bounds = File.ReadAllText(Range).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        return int.Parse(bounds[0], CultureInfo.InvariantCulture) <= last && int.Parse(bounds[1], CultureInfo.InvariantCulture) >= first;
    }

    private static int PickedByTheKernel()
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Any, 0));
        return ((IPEndPoint)socket.LocalEndPoint!).Port;
    }
}
