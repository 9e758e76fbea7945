using Agent;

var model =
    Environment.GetEnvironmentVariable("AGENT_MODEL")
    ?? throw new InvalidOperationException("The environment variable AGENT_MODEL is not set: it names the model that answers.");

var app = WebApplication.CreateBuilder(args).Build();
app.UseWebSockets();
app.MapGet("/health", () => Results.Ok());
app.Map(
    "/ws",
    async context =>
    {
        using var socket = await context.WebSockets.AcceptWebSocketAsync();
        await new Conversation(socket, model).RunAsync(context.RequestAborted);
    }
);
await app.RunAsync();
