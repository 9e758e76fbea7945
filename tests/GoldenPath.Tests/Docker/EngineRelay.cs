using System.Collections.Concurrent;
using System.Net.Sockets;
using System.Text;
using GoldenPath.Docker.Engine;

namespace GoldenPath.Tests.Docker;

/// <summary>Stands between a run and the engine on a socket of its own, so that one run alone sees the engine stop, hang or be of another version.</summary>
internal sealed class EngineRelay : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly LocatedEngine _engine;
    private readonly Socket _listener = new(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
    private readonly ConcurrentBag<Socket> _connections = [];
    private readonly TaskCompletionSource _awake = new();
    private volatile bool _hangs;

    public EngineRelay(LocatedEngine engine)
    {
        _engine = engine;
        _listener.Bind(new UnixDomainSocketEndPoint(_folder.File("docker.sock")));
        _listener.Listen();
        _ = AcceptAsync();
    }

    public LocatedEngine Address => new() { Endpoint = new Uri("unix://" + _folder.File("docker.sock")), Source = "DOCKER_HOST" };

    /// <summary>What is replaced on the way to the engine, by something as long.</summary>
    public (string From, string To)? Request { get; init; }

    /// <summary>What is replaced on the way back, by something as long.</summary>
    public (string From, string To)? Response { get; init; }

    /// <summary>What was asked for: the first line of each request.</summary>
    public ConcurrentQueue<string> Asked { get; } = [];

    /// <summary>From now on nothing gets through any more, although everything stays connected.</summary>
    public void Hang() => _hangs = true;

    /// <summary>The engine is gone, and its connections stay open as they do where a machine vanished.</summary>
    public void Vanish()
    {
        Hang();
        _listener.Dispose();
    }

    /// <summary>The engine is gone.</summary>
    public void Stop()
    {
        _listener.Dispose();
        foreach (var connection in _connections)
        {
            connection.Dispose();
        }
    }

    public void Dispose()
    {
        _awake.TrySetResult();
        Stop();
        _folder.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                _ = RelayAsync(await _listener.AcceptAsync());
            }
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // Stopped.
        }
    }

    private async Task RelayAsync(Socket client)
    {
        _connections.Add(client);
        var engine = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        _connections.Add(engine);
        await engine.ConnectAsync(new UnixDomainSocketEndPoint(_engine.Endpoint.LocalPath));
        await Task.WhenAll(CopyAsync(client, engine, Request, Note), CopyAsync(engine, client, Response, _ => { }));
    }

    private async Task CopyAsync(Socket from, Socket to, (string From, string To)? replace, Action<string> note)
    {
        var block = new byte[64 * 1024];
        try
        {
            while (await from.ReceiveAsync(block) is > 0 and var read)
            {
                if (_hangs)
                {
                    await _awake.Task;
                }

                var text = Encoding.Latin1.GetString(block, 0, read);
                note(text);
                var passed = replace is { } pair ? text.Replace(pair.From, pair.To, StringComparison.Ordinal) : text;
                await to.SendAsync(Encoding.Latin1.GetBytes(passed));
            }

            to.Shutdown(SocketShutdown.Send);
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // One end is gone, and with it the other.
            from.Dispose();
            to.Dispose();
        }
    }

    private void Note(string text)
    {
        var line = text.Split('\r')[0];
        if (line.EndsWith("HTTP/1.1", StringComparison.Ordinal))
        {
            Asked.Enqueue(line);
        }
    }
}
