using System.Text.Json.Nodes;
using AgentBackend.Accounts;
using AgentBackend.Sessions;
using AgentBackend.Sockets;

namespace AgentBackend;

/// <summary>The service: an HTTP server with four addresses.</summary>
internal static class AgentService
{
    private static readonly TimeSpan _shutdown = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan _keepAlive = TimeSpan.FromSeconds(30);

    /// <summary>Runs until it is told to stop.</summary>
    public static async Task RunAsync(AgentSettings settings, string[] args)
    {
        var time = TimeProvider.System;
        var tokens = new TokenService(settings.SigningKey, time);
        var check = new SelfCheck(tokens, time);
        var warm = Task.Run(check.RunAsync); // What it costs to load is paid while the server is being built.

        await using var app = Build(args);
        Route(app, settings, tokens, check, time);
        await warm;
        await settings.Misbehaviours.StartAsync(settings.Delay);
        await app.RunAsync();
    }

    private static WebApplication Build(string[] args)
    {
        var builder = WebApplication.CreateSlimBuilder(args);
        builder
            .Logging.ClearProviders()
            .AddSimpleConsole(console =>
            {
                console.SingleLine = true;
                console.TimestampFormat = "HH:mm:ss.fff ";
            });
        builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning); // Its request lines show query strings, and tokens in them.
        builder.Logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.None); // A failed start is worded by Program.
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = _shutdown);
        return builder.Build();
    }

    private static void Route(WebApplication app, AgentSettings settings, TokenService tokens, SelfCheck check, TimeProvider time)
    {
        var log = app.Logger;
        var connections = new Connections();
        app.Lifetime.ApplicationStopping.Register(connections.Stop);
        foreach (var misbehaviour in settings.Misbehaviours.Active)
        {
            log.Misbehaving(misbehaviour.Name, misbehaviour.Effect);
            if (misbehaviour.Request is { } request)
            {
                app.Use(request);
            }
        }

        app.UseWebSockets(new WebSocketOptions { KeepAliveInterval = _keepAlive, KeepAliveTimeout = _keepAlive });
        app.MapGet("/health", context => AnswerAsync(context, StatusCodes.Status200OK, """{"status":"up"}"""));
        app.MapGet("/ready", context => ReadyAsync(context, check, connections));
        app.MapPost("/auth/login", new LoginEndpoint(tokens, log).HandleAsync);
        app.Map("/ws", new WebSocketEndpoint(settings, tokens, connections, time, log).HandleAsync);
    }

    private static async Task ReadyAsync(HttpContext context, SelfCheck check, Connections connections)
    {
        var problem = connections.Stopping ? "the service is shutting down" : await check.RunAsync();
        var status = problem is null ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable;
        await AnswerAsync(context, status, new JsonObject { ["status"] = problem ?? "ready" }.ToJsonString());
    }

    private static Task AnswerAsync(HttpContext context, int status, string json)
    {
        (context.Response.StatusCode, context.Response.ContentType) = (status, "application/json");
        return context.Response.WriteAsync(json, context.RequestAborted);
    }
}
