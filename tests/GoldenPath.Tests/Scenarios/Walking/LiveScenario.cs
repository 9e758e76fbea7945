using System.Text.Json.Nodes;
using GoldenPath.Configuration;
using GoldenPath.Scenarios;
using GoldenPath.Tests.AgentBackend;

namespace GoldenPath.Tests.Scenarios.Walking;

/// <summary>The golden paths of the two services that the specs start.</summary>
internal static class LiveScenario
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(20);

    /// <summary>The one of the reference backend: two users with accounts of their own, everything checked.</summary>
    public static ScenarioDefinition Reference(ChildService service) =>
        new()
        {
            Name = "golden-path",
            Logins = [Account(service, "ada@example.com", "analytical-engine"), Account(service, "grace@example.com", "nanoseconds")],
            Connect = new ConnectDefinition(service.WebSocketUrl.ToString(), TokenCarrier.Subprotocol),
            Ready = "connection_established",
            Send = JsonNode.Parse(
                """{"type":"user_message","content":"What is 6 * 7? Please quote the reference {nonce} in your answer."}"""
            ),
            Expect = Demanding,
            DenyBadToken = true,
            Users = 2,
        };

    /// <summary>The one of the foreign backend, whose agents nest.</summary>
    public static ScenarioDefinition Foreign(ChildService service) =>
        new()
        {
            Name = "foreign-path",
            Logins =
            [
                new($"{service.HttpUrl}session", JsonNode.Parse("""{"user":"linus","secret":"penguin"}""")!, "$.session.token"),
                new($"{service.HttpUrl}session", JsonNode.Parse("""{"user":"margaret","secret":"apollo"}""")!, "$.session.token"),
            ],
            Connect = new ConnectDefinition($"ws://127.0.0.1:{service.Port}/socket", TokenCarrier.Query),
            Ready = "welcome",
            Send = JsonNode.Parse("""{"type":"question","data":{"text":"How long is {nonce} in words"}}"""),
            Expect = Demanding,
            DenyBadToken = true,
            Users = 2,
        };

    /// <summary>What the oracle found first; nothing where all was well.</summary>
    public static (string? Cause, string? Rule) Found(ScenarioResult result) =>
        result.Violations is [var first, ..] ? (first.Cause, first.Rule) : (null, null);

    private static ExpectDefinition Demanding =>
        new()
        {
            ToolsRequired = true,
            Answer = new AnswerDefinition { Contains = "{nonce}" },
            Within = new Dictionary<string, TimeSpan>
            {
                ["agent_started"] = _patience,
                ["agent_thinking"] = _patience,
                ["tool_executing"] = _patience,
                ["tool_completed"] = _patience,
                ["agent_completed"] = _patience,
            },
            Silence = _patience,
            Settle = TimeSpan.FromMilliseconds(100),
        };

    private static LoginDefinition Account(ChildService service, string email, string password) =>
        new($"{service.HttpUrl}auth/login", new JsonObject { ["email"] = email, ["password"] = password }, "$.access_token");
}
