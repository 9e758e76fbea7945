using System.Net;
using GoldenPath.Readiness;

namespace GoldenPath.Tests.Readiness;

/// <summary>Whose answer it was, judged by who holds the server's end of the connection.</summary>
public sealed class OwnerCheckSpecs
{
    private static readonly ThisProcess Ours = new();

    [Spec]
    public async Task A_process_that_was_forked_for_the_connection_and_ended_with_it_accuses_nobody()
    {
        await using var server = new LoopbackServer(LoopbackServer.Answering("HTTP/1.1 200 OK\nContent-Length: 0\n\n"));
        await using var ended = Child.Start("exit", "0");
        await ended.Exited;

        Assert.Equal(OwnerKind.Ours, Judge(server.Port, ended.Pid).Kind);
    }

    [Spec]
    public async Task A_stranger_at_the_other_end_of_the_connection_is_one()
    {
        await using var server = new LoopbackServer(LoopbackServer.Answering("HTTP/1.1 200 OK\nContent-Length: 0\n\n"));
        await using var stranger = Child.Start("hang");

        var owner = Judge(server.Port, stranger.Pid);

        Assert.Equal((OwnerKind.Stranger, stranger.Pid), (owner.Kind, owner.Pid));
    }

    private static Owner Judge(int port, int server) =>
        new OwnerCheck(SocketTable.OfThisMachine, Ours, port).Judge(IPAddress.Loopback, [server]);
}
