using System.Net;

namespace GoldenPath.Readiness;

/// <summary>Who listens where on this machine, and whose process holds a connection.</summary>
/// <remarks>Linux is read from <c>/proc</c> and is exact within the own network and process namespace. Windows tells by the IP
/// helper table; macOS (<c>lsof</c>) follows its documentation and is not covered by specs that run there.</remarks>
internal abstract class SocketTable
{
    /// <summary>The table of the machine that this runs on.</summary>
    public static SocketTable OfThisMachine { get; } =
        OperatingSystem.IsWindows() ? new WindowsSocketTable()
        : OperatingSystem.IsMacOS() ? new LsofSocketTable()
        : new LinuxSocketTable();

    /// <summary>The sockets that listen on a port, each with the processes that hold it.</summary>
    /// <param name="port">The port.</param>
    /// <param name="likely">A process that probably is, or started, the holder; it is looked at first, which makes the answer quick.</param>
    /// <returns>The listeners; <c>null</c> where the machine does not tell at all.</returns>
    public abstract IReadOnlyList<PortListener>? On(int port, int? likely = null);

    /// <summary>The listening sockets, on any port, that processes of a kind hold.</summary>
    /// <returns>The listeners; <c>null</c> where the machine does not tell at all.</returns>
    public abstract IReadOnlyList<PortListener>? Of(Func<int, bool> owns);

    /// <summary>The processes that hold the server's end of a connection from this machine to itself.</summary>
    /// <param name="server">The server's address and port as the client sees them.</param>
    /// <param name="client">The client's own address and port.</param>
    /// <param name="likely">A process that probably is, or started, the holder.</param>
    /// <returns>The processes; empty where the platform does not tell, or the application has not taken the connection yet.</returns>
    public virtual IReadOnlyList<int> ServersOf(IPEndPoint server, IPEndPoint client, int? likely = null) => [];

    /// <summary>Whether there is a process of a kind whose sockets are hidden from this one: another user's, or a protected one.</summary>
    public virtual bool HidesAny(Func<int, bool> owns) => false;
}
