using AgentBackend.Misbehaving;
using GoldenPath.Configuration;
using GoldenPath.Tests.AgentBackend;

namespace GoldenPath.Tests.Scenarios.Walking;

/// <summary>The oracle against the reference backend, healthy in every wire form and broken in every way.</summary>
public sealed class ReferenceBackendSpecs : IDisposable
{
    private static readonly TimeSpan _short = TimeSpan.FromSeconds(1);

    private static readonly TimeSpan _late = TimeSpan.FromSeconds(2.5);

    private readonly Walks _walks = new();

    /// <summary>What each misbehaviour is found to be: the cause and the rule that a person would name.</summary>
    public static TheoryData<string, string, string> Broken { get; } =
        new()
        {
            { "crashes", Causes.ConnectionDropped, "one-end" },
            { "never-answers", Causes.HttpNoAnswer, "login" },
            { "login-500", Causes.LoginFailed, "login" },
            { "login-without-token", Causes.LoginFailed, "login" },
            { "upgrade-403", Causes.TokenRejected, "connect" },
            { "upgrade-404", Causes.WebSocketNotFound, "connect" },
            { "upgrade-502", Causes.WebSocketRejected, "connect" },
            { "upgrade-200", Causes.WebSocketProxyWithoutUpgrade, "connect" },
            { "wrong-subprotocol", Causes.WebSocketSubprotocol, "connect" },
            { "token-rejected", Causes.TokenRejected, "ready" },
            { "token-not-checked", Causes.TokenNotChecked, "deny-bad-token" },
            { "no-greeting", Causes.EventsNone, "ready" },
            { "no-events", Causes.EventsNone, "one-end" },
            { "no-agent-started", Causes.EventsMissing, "started-first" },
            { "no-agent-thinking", Causes.EventsMissing, "thinking-present" },
            { "no-tool-executing", Causes.EventsUnbalancedTool, "tools-balanced" },
            { "no-tool-completed", Causes.EventsUnbalancedTool, "tools-balanced" },
            { "no-agent-completed", Causes.EventsStalled, "silence" },
            { "no-tools", Causes.EventsMissing, "tools-balanced" },
            { "out-of-order", Causes.EventsOutOfOrder, "started-first" },
            { "tool-out-of-order", Causes.EventsUnbalancedTool, "tools-balanced" },
            { "unbalanced-executing", Causes.EventsUnbalancedTool, "tools-balanced" },
            { "unbalanced-completed", Causes.EventsUnbalancedTool, "tools-balanced" },
            { "wrong-execution-id", Causes.EventsUnbalancedTool, "tools-balanced" },
            { "duplicate-end", Causes.EventsAfterEnd, "one-end" },
            { "after-end", Causes.EventsAfterEnd, "nothing-after-end" },
            { "canned-answer", Causes.EventsCannedAnswer, "answer" },
            { "agent-error", Causes.AgentError, "one-end" },
            { "stalled", Causes.EventsStalled, "silence" },
            { "too-late", Causes.EventsTooLate, "deadlines" },
            { "heartbeats-only", Causes.EventsNone, "one-end" },
            { "malformed-json", Causes.EventsMalformed, "frames" },
            { "binary-garbage", Causes.EventsMalformed, "frames" },
            { "huge-frame", Causes.EventsMalformed, "frames" },
            { "dropped", Causes.ConnectionDropped, "one-end" },
            { "closed-1011", Causes.ConnectionDropped, "one-end" },
            { "leaked-answer", Causes.EventsLeaked, "isolated" },
        };

    public void Dispose() => _walks.Dispose();

    [TableSpec]
    [InlineData("flat")]
    [InlineData("data")]
    [InlineData("payload")]
    [InlineData("system_message")]
    [InlineData("agent_progress")]
    [InlineData("event_batch")]
    [InlineData("ag-ui")]
    public async Task A_healthy_run_passes_in_every_wire_form(string form)
    {
        await using var service = await Backend.StartAsync(("AGENT_ENVELOPE", form));
        Assert.Empty((await _walks.WalkAsync(LiveScenario.Reference(service))).Violations);
    }

    [Spec]
    public async Task A_healthy_run_passes_with_the_token_in_every_carrier()
    {
        await using var service = await Backend.StartAsync();
        foreach (var carrier in new[] { TokenCarrier.Subprotocol, TokenCarrier.Header, TokenCarrier.Query })
        {
            var scenario = LiveScenario.Reference(service);
            Assert.Empty((await _walks.WalkAsync(scenario with { Connect = scenario.Connect with { Token = carrier } })).Violations);
        }
    }

    [Spec]
    public async Task A_healthy_run_is_also_strict()
    {
        await using var service = await Backend.StartAsync();
        var scenario = LiveScenario.Reference(service);
        Assert.Empty((await _walks.WalkAsync(scenario with { Expect = scenario.Expect with { Strict = true } })).Violations);
    }

    [TableSpec]
    [MemberData(nameof(Broken))]
    public async Task Each_misbehaviour_is_found_and_named(string name, string cause, string rule)
    {
        await using var service = await Backend.MisbehaveAsync(name, ("AGENT_DELAY", "2.6"), ("DOTNET_DbgEnableMiniDump", "0"));
        var result = await _walks.WalkAsync(Impatient(name, LiveScenario.Reference(service)));
        Assert.Equal((cause, rule), LiveScenario.Found(result));
    }

    [TableSpec]
    [InlineData("data")]
    [InlineData("payload")]
    [InlineData("system_message")]
    [InlineData("agent_progress")]
    [InlineData("event_batch")]
    [InlineData("ag-ui")]
    public async Task Misbehaviour_is_found_in_every_wire_form(string form)
    {
        foreach (
            var (name, cause, rule) in new[]
            {
                ("no-tool-completed", Causes.EventsUnbalancedTool, "tools-balanced"),
                ("after-end", Causes.EventsAfterEnd, "nothing-after-end"),
                ("canned-answer", Causes.EventsCannedAnswer, "answer"),
                ("agent-error", Causes.AgentError, "one-end"),
            }
        )
        {
            await using var service = await Backend.MisbehaveAsync(name, ("AGENT_ENVELOPE", form));
            var (found, broken) = LiveScenario.Found(await _walks.WalkAsync(LiveScenario.Reference(service)));
            Assert.Equal((name, cause, rule), (name, found, broken));
        }
    }

    [Spec]
    public async Task Misbehaviours_that_only_readiness_can_see_pass()
    {
        foreach (var name in BeforeTheScenario.Except(["exits", "never-listens"]))
        {
            await using var service = await Backend.MisbehaveAsync(name, ("AGENT_DELAY", "0.1"));
            Assert.Empty((await _walks.WalkAsync(LiveScenario.Reference(service))).Violations);
        }
    }

    [Fact]
    public void Every_misbehaviour_has_a_row_here() =>
        Assert.Equal(
            MisbehaviourTable.All.Select(it => it.Name).Except(BeforeTheScenario).Order(StringComparer.Ordinal),
            Broken.Select(row => (string)row[0]).Order(StringComparer.Ordinal)
        );

    private static string[] BeforeTheScenario => ["exits", "never-listens", "slow-start", "never-ready"];

    // Waiting costs time only where nothing will come.
    private ScenarioDefinition Impatient(string name, ScenarioDefinition scenario)
    {
        if (name is "never-answers" or "no-greeting")
        {
            _walks.Settings = _walks.Settings with { StepTimeout = _short };
        }

        return name switch
        {
            "stalled" or "no-events" or "no-agent-completed" or "heartbeats-only" => scenario with
            {
                Expect = scenario.Expect with { Silence = _short },
            },
            "too-late" => scenario with
            {
                Expect = scenario.Expect with { Within = new Dictionary<string, TimeSpan> { ["tool_executing"] = _late } },
            },
            _ => scenario,
        };
    }
}
