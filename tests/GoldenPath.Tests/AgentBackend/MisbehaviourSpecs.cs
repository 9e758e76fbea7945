using System.Net;
using System.Net.Sockets;
using System.Net.WebSockets;
using AgentBackend.Misbehaving;

namespace GoldenPath.Tests.AgentBackend;

/// <summary>Each misbehaviour does what its line in the table says, and nothing else.</summary>
public sealed class MisbehaviourSpecs
{
    [TableSpec]
    [InlineData("no-events", "")]
    [InlineData("no-agent-started", "thinking executing completed answer")]
    [InlineData("no-agent-thinking", "started executing completed answer")]
    [InlineData("no-tool-executing", "started thinking completed answer")]
    [InlineData("no-tool-completed", "started thinking executing answer")]
    [InlineData("no-agent-completed", "started thinking executing completed")]
    [InlineData("no-tools", "started thinking answer")]
    [InlineData("out-of-order", "thinking started executing completed answer")]
    [InlineData("tool-out-of-order", "started thinking completed executing answer")]
    [InlineData("unbalanced-executing", "started thinking executing executing completed answer")]
    [InlineData("unbalanced-completed", "started thinking executing completed completed answer")]
    [InlineData("wrong-execution-id", "started thinking executing completed answer")]
    [InlineData("duplicate-end", "started thinking executing completed answer answer")]
    [InlineData("after-end", "started thinking executing completed answer thinking")]
    [InlineData("canned-answer", "started thinking executing completed answer")]
    [InlineData("agent-error", "started thinking executing completed agent_error")]
    [InlineData("malformed-json", "started thinking (no-JSON) executing completed answer")]
    [InlineData("binary-garbage", "started thinking (binary) executing completed answer")]
    [InlineData("huge-frame", "started thinking partial_result executing completed answer")]
    [InlineData("out-of-order,duplicate-end", "thinking started executing completed answer answer")]
    public async Task The_events_of_a_run_go_wrong_as_asked_for(string name, string events)
    {
        await using var service = await Backend.MisbehaveAsync(name);
        await using var client = await Client.EnterAsync(service);
        await client.WaitForAsync("connection_established");
        await client.AskAsync("What is 6 * 7?");
        foreach (var type in events.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            await client.WaitForAsync(Long(type));
        }

        await client.SettleAsync();
        Assert.Equal(events, string.Join(' ', client.Types.Where(type => type is not ("connection_established" or "pong")).Select(Short)));
    }

    [TableSpec]
    [InlineData("dropped", null)]
    [InlineData("closed-1011", WebSocketCloseStatus.InternalServerError)]
    [InlineData("crashes", null)]
    public async Task A_connection_ends_in_the_middle_of_a_run(string name, WebSocketCloseStatus? status)
    {
        await using var service = await Backend.MisbehaveAsync(name, ("DOTNET_DbgEnableMiniDump", "0"));
        await using var client = await Client.EnterAsync(service);
        await client.AskAsync("What is 6 * 7?");
        Assert.Equal(status, await client.EndedAsync());
        Assert.DoesNotContain("tool_executing", client.Types);
        Assert.True(name != "crashes" || await service.ExitedAsync() == 134);
    }

    [Spec]
    public async Task A_stalled_run_has_heartbeats_and_nothing_else()
    {
        await using var service = await Backend.MisbehaveAsync("stalled", ("AGENT_HEARTBEAT", "0.05"));
        await using var client = await Client.EnterAsync(service);
        await client.AskAsync("What is 6 * 7?");
        await client.WaitForAsync("agent_thinking");
        await client.WaitForAsync("heartbeat");
        await client.WaitForAsync("heartbeat");
        Assert.DoesNotContain("tool_executing", client.Types);
    }

    [Spec]
    public async Task A_late_tool_comes_after_many_thoughts()
    {
        await using var service = await Backend.MisbehaveAsync("too-late", ("AGENT_DELAY", "0.2"));
        await using var client = await Client.EnterAsync(service);
        await client.AskAsync("What is 6 * 7?");
        await client.WaitForAsync("agent_completed");
        Assert.Equal(21, client.Types.Count(type => type == "agent_thinking"));
    }

    [Spec]
    public async Task Heartbeats_only_means_no_event()
    {
        await using var service = await Backend.MisbehaveAsync("heartbeats-only");
        await using var client = await Client.EnterAsync(service);
        await client.AskAsync("What is 6 * 7?");
        await client.WaitForAsync("heartbeat");
        await client.WaitForAsync("heartbeat");
        Assert.DoesNotContain("agent_started", client.Types);
    }

    [Spec]
    public async Task A_leaked_answer_reaches_both()
    {
        await using var service = await Backend.MisbehaveAsync("leaked-answer");
        await using var ada = await Client.EnterAsync(service);
        await ada.AskAsync("What is 6 * 7?");
        await using var grace = await Client.EnterAsync(service, "grace@example.com", "nanoseconds");
        Assert.Equal("usr_ada_1815", (string?)(await grace.WaitForAsync("agent_completed"))["user_id"]);
        await ada.WaitForAsync("agent_completed");
    }

    [Spec]
    public async Task An_agent_without_greeting_still_answers()
    {
        await using var service = await Backend.MisbehaveAsync("no-greeting");
        await using var client = await Client.EnterAsync(service);
        await client.SettleAsync();
        Assert.Equal(["pong"], client.Types);
    }

    [TableSpec]
    [InlineData("never-ready", "/ready", HttpStatusCode.ServiceUnavailable)]
    [InlineData("never-ready", "/health", HttpStatusCode.OK)]
    [InlineData("upgrade-403", "/ws", HttpStatusCode.Forbidden)]
    [InlineData("upgrade-404", "/ws", HttpStatusCode.NotFound)]
    [InlineData("upgrade-502", "/ws", HttpStatusCode.BadGateway)]
    [InlineData("upgrade-200", "/ws", HttpStatusCode.OK)]
    [InlineData("upgrade-200", "/ready", HttpStatusCode.OK)]
    public async Task A_request_is_answered_wrongly(string name, string path, HttpStatusCode status)
    {
        await using var service = await Backend.MisbehaveAsync(name);
        Assert.Equal(status, (await Login.GetAsync(service, path)).Status);
    }

    [TableSpec]
    [InlineData("login-500", HttpStatusCode.InternalServerError)]
    [InlineData("login-without-token", HttpStatusCode.OK)]
    public async Task A_login_is_answered_without_a_token(string name, HttpStatusCode status)
    {
        await using var service = await Backend.MisbehaveAsync(name);
        var (answered, body) = await Login.PostAsync(service, """{"email":"ada@example.com","password":"analytical-engine"}""");
        Assert.Equal(status, answered);
        Assert.DoesNotContain("access_token", body, StringComparison.Ordinal);
    }

    [Spec]
    public async Task Nothing_is_answered_at_all()
    {
        await using var service = await Backend.MisbehaveAsync("never-answers");
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, service.Port);
        await client.GetStream().WriteAsync("GET /health HTTP/1.1\r\nHost: localhost\r\n\r\n"u8.ToArray());
        var answer = client.GetStream().ReadAsync(new byte[1]).AsTask();
        await service.TerminateAsync();
        Assert.Equal(0, await service.ExitedAsync());
        Assert.Equal(0, await answer.ContinueWith(read => read.IsCompletedSuccessfully ? read.Result : 0, TaskScheduler.Default));
    }

    [Spec]
    public async Task A_good_token_is_rejected()
    {
        await using var service = await Backend.MisbehaveAsync("token-rejected");
        await using var client = await Client.EnterAsync(service);
        Assert.Equal(WebSocketCloseStatus.PolicyViolation, await client.EndedAsync());
    }

    [Spec]
    public async Task A_bad_token_is_accepted()
    {
        await using var service = await Backend.MisbehaveAsync("token-not-checked");
        await using var client = await Client.ConnectAsync(service.WebSocketUrl, options => options.AddSubProtocol("jwt-auth.rubbish"));
        await client.WaitForAsync("connection_established");
    }

    [Spec]
    public async Task A_subprotocol_is_answered_that_nobody_asked_for()
    {
        await using var service = await Backend.MisbehaveAsync("wrong-subprotocol");
        var refused = await Assert.ThrowsAsync<WebSocketException>(() => Client.EnterAsync(service));
        Assert.Equal(WebSocketError.UnsupportedProtocol, refused.WebSocketErrorCode);
    }

    [Spec]
    public async Task A_service_exits_before_it_listens()
    {
        await using var service = Backend.Launch(("AGENT_MISBEHAVIOUR", "exits"));
        Assert.Equal(70, await service.ExitedAsync());
        Assert.Contains("fatal: the table 'agents' is missing", service.Output, StringComparison.Ordinal);
    }

    [Spec]
    public async Task A_service_that_never_listens_ends_when_it_is_told_to()
    {
        await using var service = Backend.Launch(("AGENT_MISBEHAVIOUR", "never-listens"));
        while (!service.Output.Contains("Misbehaving on purpose", StringComparison.Ordinal))
        {
            await Task.Delay(TimeSpan.FromMilliseconds(10), TimeProvider.System);
        }

        await service.TerminateAsync();
        Assert.NotEqual(0, await service.ExitedAsync());
        Assert.DoesNotContain("Now listening", service.Output, StringComparison.Ordinal);
    }

    [Spec]
    public async Task A_slow_start_is_slow_and_then_healthy()
    {
        var began = TimeProvider.System.GetTimestamp();
        await using var service = await Backend.MisbehaveAsync("slow-start", ("AGENT_DELAY", "1"));
        Assert.True(TimeProvider.System.GetElapsedTime(began) >= TimeSpan.FromSeconds(1));
        Assert.Equal(HttpStatusCode.OK, (await Login.GetAsync(service, "/ready")).Status);
    }

    [Fact]
    public void Every_misbehaviour_has_a_name_of_its_own_and_says_what_it_does()
    {
        Assert.Equal(MisbehaviourTable.All.Count, MisbehaviourTable.All.Select(it => it.Name).Distinct().Count());
        Assert.All(MisbehaviourTable.All, it => Assert.Matches("^[a-z0-9]+(-[a-z0-9]+)*$", it.Name));
        Assert.All(MisbehaviourTable.All, it => Assert.Contains($"{it.Name} ", Misbehaviours.Describe(), StringComparison.Ordinal));
    }

    private static string Short(string type) =>
        type switch
        {
            "agent_started" => "started",
            "agent_thinking" => "thinking",
            "tool_executing" => "executing",
            "tool_completed" => "completed",
            "agent_completed" => "answer",
            _ => type,
        };

    private static string Long(string type) =>
        type switch
        {
            "started" => "agent_started",
            "thinking" => "agent_thinking",
            "executing" => "tool_executing",
            "completed" => "tool_completed",
            "answer" => "agent_completed",
            _ => type,
        };
}
