using System.Net;
using System.Net.Http.Json;
using System.Net.WebSockets;
using System.Text.Json.Nodes;

namespace GoldenPath.SmokeTests;

/// <summary>The running service, where the environment says that it is. What is missing or out of reach fails the test that wants it.</summary>
internal static class Service
{
    public static readonly Credentials Ada = new("ada@example.com", "analytical-engine");
    public static readonly Credentials Grace = new("grace@example.com", "nanoseconds");

    private static readonly HttpClient _http = new() { Timeout = Deadline };

    /// <summary>How long anything may take.</summary>
    public static TimeSpan Deadline => TimeSpan.FromSeconds(10);

    private static Uri HttpUrl => Address("GOLDENPATH_HTTP_URL", "http://localhost:8002");

    private static Uri WebSocketUrl => Address("GOLDENPATH_WS_URL", "ws://localhost:8002/ws");

    /// <summary>Asks for a token.</summary>
    public static async Task<HttpResponseMessage> PostLoginAsync(object body)
    {
        var url = new Uri(HttpUrl, "/auth/login");
        try
        {
            return await _http.PostAsJsonAsync(url, body);
        }
        catch (Exception unreachable) when (unreachable is HttpRequestException or TaskCanceledException)
        {
            throw Unreachable(url, unreachable);
        }
    }

    /// <summary>A token for somebody.</summary>
    public static async Task<string> LoginAsync(Credentials credentials)
    {
        using var response = await PostLoginAsync(credentials);
        var body = await response.Content.ReadAsStringAsync();
        Assert.True(response.StatusCode == HttpStatusCode.OK, $"The login of {credentials.Email} was answered {(int)response.StatusCode}.");
        var token = JsonNode.Parse(body)?["access_token"]?.GetValue<string>();
        Assert.False(string.IsNullOrEmpty(token), $"The login of {credentials.Email} was answered 200, without an access_token.");
        return token;
    }

    /// <summary>A connection for whoever the token stands for; greeted or refused, that is for the test to see.</summary>
    public static async Task<AgentConnection> ConnectAsync(string token)
    {
        var (url, connection) = (WebSocketUrl, new AgentConnection());
        try
        {
            await connection.OpenAsync(url, token);
            return connection;
        }
        catch (Exception unreachable) when (unreachable is WebSocketException or OperationCanceledException)
        {
            await connection.DisposeAsync();
            throw Unreachable(url, unreachable);
        }
    }

    /// <summary>A connection that has been greeted.</summary>
    public static async Task<AgentConnection> EnterAsync(Credentials credentials)
    {
        var connection = await ConnectAsync(await LoginAsync(credentials));
        await connection.WaitForAsync("connection_established");
        return connection;
    }

    private static Uri Address(string variable, string example)
    {
        var text = Environment.GetEnvironmentVariable(variable);
        Assert.False(
            string.IsNullOrEmpty(text),
            $"{variable} is not set, so there is no service to test. Run './build.sh SmokeTest', which starts one and sets it, or set it to something like {example}."
        );
        Assert.True(Uri.TryCreate(text, UriKind.Absolute, out var address), $"{variable} is '{text}', and must be a URL like {example}.");
        return address;
    }

    // The innermost message, and not the whole exception: that one may quote the token.
    private static Xunit.Sdk.FailException Unreachable(Uri url, Exception why)
    {
        var reason = why is OperationCanceledException ? $"no answer within {Deadline.TotalSeconds:0} s" : why.GetBaseException().Message;
        return Xunit.Sdk.FailException.ForFailure(
            $"The service cannot be reached at {url}: {reason}. Start it with './build.sh StartServices', or look why it has stopped."
        );
    }
}
