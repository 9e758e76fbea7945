using System.Net;
using System.Net.Sockets;
using GoldenPath.Readiness;
using GoldenPath.Services;

namespace GoldenPath.Tests.Readiness;

public sealed class PortCheckSpecs
{
    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("0.0.0.0")]
    [InlineData("::1")]
    [InlineData("::")]
    public void A_held_port_is_refused_and_its_holder_named(string address)
    {
        using var socket = Listening.On(IPAddress.Parse(address));

        var failure = new PortCheck().Find("backend", socket.Port());

        Assert.NotNull(failure);
        Assert.Equal(Causes.PortInUse, failure.Cause);
        Assert.Equal(Verdict.Environment, Verdicts.Of(Stages.StartServices, failure));
        Assert.Equal("backend", failure.Service);
        Assert.Contains($"port {socket.Port()} is in use: pid {Environment.ProcessId} (", failure.Summary, StringComparison.Ordinal);
        Assert.Contains(", since 20", failure.Summary, StringComparison.Ordinal);
        Assert.Contains($"listens on {socket.LocalEndPoint}", failure.Summary, StringComparison.Ordinal);
        Assert.Contains(failure.Remedies, remedy => remedy.Command == $"kill {Environment.ProcessId}");
        Assert.Contains(failure.Worded("./build.sh").Remedies, remedy => remedy.Command == "./build.sh SmokeTest --port 0");
    }

    [Fact]
    public void A_free_port_is_not_refused()
    {
        using var reservation = FreePort.Reserve();

        Assert.Null(new PortCheck().Find("backend", reservation.Port));
    }

    [Fact]
    public void What_an_ended_server_left_in_time_wait_is_not_in_use()
    {
        using var listener = Listening.On(IPAddress.Loopback);
        using (var client = new TcpClient())
        {
            client.Connect(IPAddress.Loopback, listener.Port());
            using var accepted = listener.Accept();
            accepted.Shutdown(SocketShutdown.Send); // The server closes first: its end stays in TIME_WAIT.
            client.GetStream().ReadByte();
        }

        var port = listener.Port();
        listener.Dispose();

        Assert.Null(new PortCheck().Find("backend", port));
    }

    [Fact]
    public void A_port_whose_holder_is_not_visible_is_refused_too()
    {
        using var socket = Listening.On(IPAddress.Loopback);

        var failure = new PortCheck(new BlindSocketTable()).Find("backend", socket.Port());

        Assert.Contains("nobody visible listens on it, but it cannot be bound", failure!.Summary, StringComparison.Ordinal);
        Assert.DoesNotContain(failure.Remedies, remedy => remedy.Command?.StartsWith("kill", StringComparison.Ordinal) == true);
    }

    [Fact]
    public void A_literal_address_is_judged_alone()
    {
        using var four = Listening.On(IPAddress.Loopback);
        using var six = Listening.On(IPAddress.IPv6Any);

        Assert.Null(new PortCheck().Find("backend", four.Port(), host: "::1"));
        Assert.Null(new PortCheck().Find("backend", six.Port(), host: "127.0.0.1"));
        Assert.NotNull(new PortCheck().Find("backend", six.Port(), host: "::1"));
    }

    [Fact]
    public void A_dual_stack_listener_holds_the_port_for_a_literal_ipv4_address()
    {
        using var socket = Listening.On(IPAddress.IPv6Any, dualStack: true);

        var failure = new PortCheck().Find("backend", socket.Port(), host: "127.0.0.1");

        Assert.Contains($"listens on [::]:{socket.Port()}", failure!.Summary, StringComparison.Ordinal);
    }
}
