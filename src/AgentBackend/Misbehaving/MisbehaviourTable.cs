using AgentBackend.Accounts;
using AgentBackend.Agents;

namespace AgentBackend.Misbehaving;

/// <summary>Every misbehaviour there is.</summary>
internal static class MisbehaviourTable
{
    public static IReadOnlyList<Misbehaviour> All { get; } =
    [
        // The process
        new("exits", "exits with code 70 before it listens") { Start = StartFaults.ExitAsync },
        new("slow-start", "listens late (AGENT_DELAY, 3 s)") { Start = StartFaults.DawdleAsync },
        new("never-listens", "stays alive and listens nowhere") { Start = StartFaults.HangAsync },
        new("crashes", "the process aborts in the middle of a run") { Events = WireFaults.Crash },
        // HTTP
        new("never-ready", "/ready answers 503 for ever") { Request = RequestFaults.NeverReadyAsync },
        new("never-answers", "accepts connections and answers no request") { Request = RequestFaults.NeverAnswerAsync },
        new("login-500", "/auth/login answers 500") { Request = RequestFaults.FailLoginAsync },
        new("login-without-token", "/auth/login answers 200 without a token") { Request = RequestFaults.ForgetTokenAsync },
        new("upgrade-403", "the upgrade is answered 403") { Request = RequestFaults.ForbidAsync },
        new("upgrade-404", "the upgrade is answered 404") { Request = RequestFaults.NotFoundAsync },
        new("upgrade-502", "the upgrade is answered 502 with a proxy's page") { Request = RequestFaults.BadGatewayAsync },
        new("upgrade-200", "the upgrade is answered 200, as by a proxy that does not pass it on")
        {
            Request = RequestFaults.IgnoreUpgradeAsync,
        },
        // The session
        new("wrong-subprotocol", "answers a subprotocol that nobody asked for") { Subprotocol = _ => "jwt-auth.somebody-else" },
        new("token-rejected", "takes every token for a bad one") { Token = _ => null },
        new("token-not-checked", "takes any token, and none, for the same user's") { Token = _ => AccountBook.First },
        new("no-greeting", "never sends connection_established") { Greets = false },
        // The events of a run
        new("no-events", "a run has no events") { Events = EventFaults.Drop(_ => true) },
        new("no-agent-started", "agent_started is missing") { Events = EventFaults.Drop(it => it.Type == AgentEvent.Started) },
        new("no-agent-thinking", "agent_thinking is missing") { Events = EventFaults.Drop(it => it.Type == AgentEvent.Thinking) },
        new("no-tool-executing", "tool_executing is missing: a tool completes that never began")
        {
            Events = EventFaults.Drop(it => it.Type == AgentEvent.ToolExecuting),
        },
        new("no-tool-completed", "tool_completed is missing: a tool begins and never completes")
        {
            Events = EventFaults.Drop(it => it.Type == AgentEvent.ToolCompleted),
        },
        new("no-agent-completed", "agent_completed is missing, and nothing else comes")
        {
            Events = EventFaults.Drop(it => it.Type == AgentEvent.Completed),
        },
        new("no-tools", "no tool is used")
        {
            Events = EventFaults.Drop(it => it.Type is AgentEvent.ToolExecuting or AgentEvent.ToolCompleted),
        },
        new("out-of-order", "agent_thinking comes before agent_started") { Events = EventFaults.Swap(AgentEvent.Started) },
        new("tool-out-of-order", "tool_completed comes before its tool_executing") { Events = EventFaults.Swap(AgentEvent.ToolExecuting) },
        new("unbalanced-executing", "beside the real tool one more begins and never completes") { Events = EventFaults.BeginOneMore },
        new("unbalanced-completed", "beside the real tool one more completes that never began") { Events = EventFaults.CompleteOneMore },
        new("wrong-execution-id", "tool_completed has the execution id of nobody") { Events = EventFaults.MistakeExecution },
        new("duplicate-end", "agent_completed comes twice") { Events = EventFaults.EndTwice },
        new("after-end", "the agent thinks on after agent_completed") { Events = EventFaults.ThinkOn },
        new("canned-answer", "the answer is the same whatever was asked") { Events = EventFaults.Can },
        new("agent-error", "the run ends with agent_error") { Events = EventFaults.Fail },
        new("stalled", "the run falls silent after agent_thinking; heartbeats go on") { Events = EventFaults.Stall },
        new("too-late", "the tool begins late (AGENT_DELAY, 17 s), with thoughts in between") { Events = EventFaults.Delay },
        new("heartbeats-only", "a run is answered with heartbeats") { Events = WireFaults.OnlyBeat },
        // The wire
        new("malformed-json", "a frame in the middle is no JSON") { Events = WireFaults.SendMalformed },
        new("binary-garbage", "a frame in the middle is binary noise") { Events = WireFaults.SendGarbage },
        new("huge-frame", "a frame in the middle has 64 MiB") { Events = WireFaults.SendHuge },
        new("dropped", "the connection is dropped in the middle of a run, without a close frame") { Events = WireFaults.Drop },
        new("closed-1011", "the connection is closed with 1011 in the middle of a run") { Events = WireFaults.Close },
        new("leaked-answer", "the answer goes to everybody else too; waits for somebody else for AGENT_DELAY, 2 s")
        {
            Events = WireFaults.Leak,
        },
    ];
}
