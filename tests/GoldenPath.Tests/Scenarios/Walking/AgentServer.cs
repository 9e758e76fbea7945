using System.Net;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Logging;

namespace GoldenPath.Tests.Scenarios.Walking;

/// <summary>A WebSocket server on a free port of loopback, written for these specs: each says what it does with a session.</summary>
internal sealed class AgentServer : IAsyncDisposable
{
    private readonly WebApplication _application;
    private int _sessions;

    private AgentServer(WebApplication application) => _application = application;

    public int Port => new Uri(_application.Urls.First()).Port;

    public string Url => $"ws://127.0.0.1:{Port}/ws";

    /// <summary>Starts it.</summary>
    /// <param name="session">What it does with an upgraded connection.</param>
    /// <param name="upgrade">What it answers instead of upgrading; returns whether it answered.</param>
    /// <param name="login">What it answers to <c>POST /auth/login</c>.</param>
    /// <param name="certificate">What it shows; without one it speaks no TLS.</param>
    public static async Task<AgentServer> StartAsync(
        Func<ServerSession, Task> session,
        Func<HttpContext, Task<bool>>? upgrade = null,
        RequestDelegate? login = null,
        X509Certificate2? certificate = null
    )
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
            kestrel.Listen(
                IPAddress.Loopback,
                0,
                listen =>
                {
                    listen.Protocols = HttpProtocols.Http1;
                    if (certificate is not null)
                    {
                        listen.UseHttps(certificate);
                    }
                }
            )
        );
        var application = builder.Build();
        var server = new AgentServer(application);
        application.UseWebSockets();
        if (login is not null)
        {
            application.MapPost("/auth/login", login);
        }

        application.Map(
            "/ws",
            async (HttpContext http) =>
            {
                if (upgrade is null || !await upgrade(http))
                {
                    await server.ServeAsync(http, session);
                }
            }
        );
        await application.StartAsync();
        return server;
    }

    public async ValueTask DisposeAsync()
    {
        using var impatient = new CancellationTokenSource();
        await impatient.CancelAsync();
        await _application.StopAsync(impatient.Token);
        await _application.DisposeAsync();
    }

    private async Task ServeAsync(HttpContext http, Func<ServerSession, Task> session)
    {
        var offered = http.WebSockets.WebSocketRequestedProtocols.FirstOrDefault();
        using var socket = await http.WebSockets.AcceptWebSocketAsync(offered);
        try
        {
            await session(new ServerSession(http, socket, Interlocked.Increment(ref _sessions)));
        }
        catch (Exception exception)
            when (exception is System.Net.WebSockets.WebSocketException or OperationCanceledException or IOException)
        {
            // The client left in the middle, which is what many specs are about.
        }
    }
}
