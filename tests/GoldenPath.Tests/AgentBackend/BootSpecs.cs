using System.Net;
using System.Net.Sockets;
using System.Net.WebSockets;
using GoldenPath.Tests.Pipeline;

namespace GoldenPath.Tests.AgentBackend;

/// <summary>How the backend starts, refuses to, and stops.</summary>
public sealed class BootSpecs
{
    [Spec]
    public async Task Once_it_listens_it_is_up_and_ready()
    {
        await using var service = await Backend.StartAsync();
        Assert.Equal((HttpStatusCode.OK, """{"status":"up"}"""), await Login.GetAsync(service, "/health"));
        Assert.Equal((HttpStatusCode.OK, """{"status":"ready"}"""), await Login.GetAsync(service, "/ready"));
    }

    [TableSpec]
    [InlineData("--help")]
    [InlineData("-h")]
    [InlineData("--urls", "http://127.0.0.1:0", "--help")]
    public async Task Help_is_help_and_nothing_listens(params string[] arguments)
    {
        using var program = RunningCommand.Start(Path.GetTempPath(), [Programs.AgentBackend, .. arguments], []);

        (await program.EndAsync()).Exits(0).Says("--urls URL").Says("AGENT_SIGNING_KEY").Says("/auth/login");
    }

    [Spec]
    public async Task Sigterm_says_goodbye_to_everybody_and_exits_0()
    {
        await using var service = await Backend.StartAsync();
        await using var idle = await Client.EnterAsync(service);
        await idle.WaitForAsync("connection_established");

        await service.TerminateAsync();

        Assert.Equal(WebSocketCloseStatus.EndpointUnavailable, await idle.EndedAsync());
        Assert.Equal(0, await service.ExitedAsync());
    }

    [Spec]
    public async Task Somebody_who_does_not_answer_the_goodbye_does_not_hold_up_the_end()
    {
        await using var service = await Backend.StartAsync();
        using var mute = new ClientWebSocket();
        mute.Options.AddSubProtocol($"jwt-auth.{await Login.TokenAsync(service)}");
        await mute.ConnectAsync(service.WebSocketUrl, CancellationToken.None);

        await service.TerminateAsync();

        Assert.Equal(0, await service.ExitedAsync());
    }

    [Spec]
    public async Task A_port_in_use_is_one_worded_line()
    {
        using var holder = new TcpListener(IPAddress.Loopback, 0);
        holder.Start();
        await using var service = Backend.Launch(("ASPNETCORE_URLS", $"http://127.0.0.1:{((IPEndPoint)holder.LocalEndpoint).Port}"));
        Assert.Equal(1, await service.ExitedAsync());
        Assert.Contains("The agent backend cannot listen: Failed to bind to address", service.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", service.Output, StringComparison.Ordinal);
    }

    [TableSpec]
    [InlineData("AGENT_MISBEHAVIOUR", "stalled", "Production", "for Development only")]
    [InlineData("AGENT_MISBEHAVIOUR", "stalled", "", "for Development only")]
    [InlineData("AGENT_MISBEHAVIOUR", "stalled,lazy", "Development", "names 'lazy', and must name some of exits, slow-start")]
    [InlineData(
        "AGENT_ENVELOPE",
        "brown-paper",
        "Production",
        "must be one of flat, data, payload, system_message, agent_progress, event_batch, ag-ui"
    )]
    [InlineData("AGENT_SIGNING_KEY", "too-short", "Production", "has 9 bytes, and HS256 needs 32 or more")]
    [InlineData("AGENT_HEARTBEAT", "often", "Production", "is 'often', and must be seconds")]
    [InlineData("AGENT_DELAY", "-1", "Production", "is '-1', and must be seconds")]
    public async Task A_setting_that_makes_no_sense_is_refused_in_one_line(
        string variable,
        string value,
        string environment,
        string expected
    )
    {
        await using var service = Backend.Launch((variable, value), ("ASPNETCORE_ENVIRONMENT", environment));
        Assert.Equal(2, await service.ExitedAsync());
        Assert.StartsWith(variable, service.Output, StringComparison.Ordinal);
        Assert.Contains(expected, service.Output, StringComparison.Ordinal);
        Assert.Single(service.Output.Trim().Split('\n'));
    }

    [Spec]
    public async Task A_configured_key_makes_tokens_outlive_the_process()
    {
        (string, string) key = ("AGENT_SIGNING_KEY", "0123456789abcdef0123456789abcdef");
        await using var first = await Backend.StartAsync(key);
        var token = await Login.TokenAsync(first);
        await using var second = await Backend.StartAsync(key);
        await using var client = await Client.ConnectAsync(second.WebSocketUrl, options => options.AddSubProtocol($"jwt-auth.{token}"));
        await client.WaitForAsync("connection_established");
    }

    [Spec]
    public async Task A_token_of_another_process_is_refused()
    {
        await using var first = await Backend.StartAsync();
        await using var second = await Backend.StartAsync();
        var token = await Login.TokenAsync(first);
        await using var client = await Client.ConnectAsync(second.WebSocketUrl, options => options.AddSubProtocol($"jwt-auth.{token}"));
        Assert.Equal("AUTH_FAILED", (string?)(await client.WaitForAsync("error"))["code"]);
    }

    [Spec]
    public async Task The_log_has_readable_lines_and_no_secrets()
    {
        await using var service = await Backend.StartAsync();
        var token = await Login.TokenAsync(service);
        await Login.PostAsync(service, """{"email":"ada@example.com","password":"my-wrong-password"}""");
        await using var client = await Client.ConnectAsync(new Uri($"{service.WebSocketUrl}?token={token}"));
        await client.AskAsync("What is 6 * 7, said confidentially?");
        await client.WaitForAsync("agent_completed");
        await service.TerminateAsync();
        await service.ExitedAsync();

        Assert.Contains("Login refused: email or password is wrong", service.Output, StringComparison.Ordinal);
        Assert.Contains("of usr_ada_1815 finished: 5 events in", service.Output, StringComparison.Ordinal);
        Assert.All(
            [token, token.Split('.')[2], "analytical-engine", "my-wrong-password", "confidentially"],
            secret => Assert.DoesNotContain(secret, service.Output, StringComparison.Ordinal)
        );
    }
}
