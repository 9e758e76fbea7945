using System.Net;
using System.Net.Sockets;
using GoldenPath.Guard.Processes;
using GoldenPath.Readiness;

namespace GoldenPath.Tests.Readiness;

public sealed class SocketTableSpecs
{
    private static readonly SocketTable Sockets = SocketTable.OfThisMachine;

    [Theory]
    [InlineData("127.0.0.1", true)]
    [InlineData("0.0.0.0", true)]
    [InlineData("127.0.0.2", true)]
    [InlineData("::1", true)]
    [InlineData("::", true)]
    [InlineData("127.0.0.1", false)]
    [InlineData("::1", false)]
    public void A_listener_is_found_with_its_address_and_process(string address, bool useNetlink)
    {
        using var socket = Listening.On(IPAddress.Parse(address));

        var listener = Assert.Single(new LinuxSocketTable(useNetlink).On(socket.Port())!);

        Assert.Equal(socket.LocalEndPoint, listener.EndPoint);
        Assert.Equal([Environment.ProcessId], listener.Pids);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_listener_on_all_addresses_of_both_families_is_told_from_one_on_ipv6_alone(bool dualStack)
    {
        using var socket = Listening.On(IPAddress.IPv6Any, dualStack: dualStack);

        var listener = Assert.Single(Sockets.On(socket.Port())!);

        Assert.Equal(!dualStack, listener.IsIPv6Only);
        Assert.Equal(dualStack ? 1 : 0, listener.Fit(IPAddress.Loopback));
    }

    [Fact]
    public void The_kernel_and_proc_tell_the_same_listeners()
    {
        using var reserved = Listening.On(IPAddress.IPv6Loopback);

        var proc = ProcNetTcp.Listening().Where(socket => socket.Local.Port == reserved.Port());
        var kernel = SocketDiagnostics.Listening()!.Where(socket => socket.Local.Port == reserved.Port());

        Assert.Equal(proc, kernel.Select(socket => socket with { IsIPv6Only = null }));
    }

    [Fact]
    public void Listeners_of_both_families_on_one_port_are_told_apart()
    {
        using var four = Listening.On(IPAddress.Loopback);
        using var six = Listening.On(IPAddress.IPv6Any, four.Port());

        var addresses = Sockets.On(four.Port(), likely: Environment.ProcessId)!.Select(listener => listener.EndPoint.Address);

        Assert.Equal([IPAddress.Loopback, IPAddress.IPv6Any], addresses);
    }

    [Fact]
    public void A_port_that_only_connections_use_has_no_listener()
    {
        using var socket = Listening.On(IPAddress.Loopback);
        using var client = new TcpClient();
        client.Connect(IPAddress.Loopback, socket.Port());

        Assert.Empty(Sockets.On(((IPEndPoint)client.Client.LocalEndPoint!).Port)!);
    }

    [Fact]
    public void A_socket_that_is_bound_but_does_not_listen_is_no_listener()
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));

        Assert.Empty(Sockets.On(socket.Port())!);
    }

    [Fact]
    public void The_listeners_of_a_process_are_found_whatever_their_ports()
    {
        using var one = Listening.On(IPAddress.Loopback);
        using var two = Listening.On(IPAddress.IPv6Loopback);

        var ports = Sockets.Of(pid => pid == Environment.ProcessId)!.Select(listener => listener.EndPoint.Port).ToList();

        Assert.Contains(one.Port(), ports);
        Assert.Contains(two.Port(), ports);
        Assert.Empty(Sockets.Of(_ => false)!);
    }

    [Theory]
    [InlineData("127.0.0.1", "127.0.0.1", false, true)]
    [InlineData("::1", "::1", false, true)]
    [InlineData("::", "127.0.0.1", true, true)]
    [InlineData("::1", "::1", false, false)]
    [InlineData("::", "127.0.0.1", true, false)]
    public void The_process_behind_a_connection_is_found_once_it_has_accepted(
        string listens,
        string connects,
        bool dualStack,
        bool useNetlink
    )
    {
        var sockets = new LinuxSocketTable(useNetlink);
        using var socket = Listening.On(IPAddress.Parse(listens), dualStack: dualStack);
        using var client = new TcpClient(IPAddress.Parse(connects).AddressFamily);
        client.Connect(IPAddress.Parse(connects), socket.Port());
        var (server, own) = ((IPEndPoint)client.Client.RemoteEndPoint!, (IPEndPoint)client.Client.LocalEndPoint!);
        Assert.Empty(sockets.ServersOf(server, own));

        using var accepted = socket.Accept();

        Assert.Equal([Environment.ProcessId], sockets.ServersOf(server, own));
    }

    [Theory]
    [InlineData("127.0.0.1", "127.0.0.1", 3)]
    [InlineData("::ffff:127.0.0.1", "127.0.0.1", 3)]
    [InlineData("0.0.0.0", "127.0.0.1", 2)]
    [InlineData("::", "127.0.0.1", 1)]
    [InlineData("::", "::1", 2)]
    [InlineData("0.0.0.0", "::1", 0)]
    [InlineData("127.0.0.1", "::1", 0)]
    [InlineData("192.168.1.5", "127.0.0.1", 0)]
    public void The_listener_that_fits_an_address_best_gets_its_connections(string listens, string connects, int fit) =>
        Assert.Equal(fit, new PortListener { EndPoint = new(IPAddress.Parse(listens), 1) }.Fit(IPAddress.Parse(connects)));

    [Fact]
    public void The_output_of_lsof_is_understood()
    {
        const string Output = """
            p4711
            f7
            tIPv4
            n*:8002
            f8
            tIPv6
            n*:8002
            p4712
            f3
            tIPv6
            n[::1]:8003

            """;

        var listeners = LsofSocketTable.Parse(Output);

        Assert.Equal(["0.0.0.0:8002", "[::]:8002", "[::1]:8003"], listeners.Select(listener => listener.EndPoint.ToString()));
        Assert.Equal([4711, 4711, 4712], listeners.Select(listener => listener.Pids[0]));
    }
}
