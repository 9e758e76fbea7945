using GoldenPath.Tests.Diagnosis.Matrix;
using static GoldenPath.Causes;
using static GoldenPath.Tests.Diagnosis.Faults.WebSocketFaults;
using static GoldenPath.Tests.Diagnosis.Matrix.Scene;

namespace GoldenPath.Tests.Diagnosis.Faults;

/// <summary>Runs of the agent that break.</summary>
internal static class EventFaults
{
    private const string Every = "without=agent_started,agent_thinking,tool_executing,tool_completed,agent_completed";

    public static IReadOnlyList<Fault> All { get; } =
    [
        Agent("events-none", EventsNone, Every),
        Backend("events-none-reference", EventsNone, "no-events"),
        Backend("events-only-heartbeats", EventsNone, "heartbeats-only"),
        Agent("events-without-thinking", EventsMissing, "without=agent_thinking"),
        Agent("events-without-tools", EventsMissing, "without=tool_executing,tool_completed"),
        Backend("events-without-start-reference", EventsMissing, "no-agent-started"),
        Agent("events-thinking-first", EventsOutOfOrder, "thinks-first"),
        Backend("events-out-of-order-reference", EventsOutOfOrder, "out-of-order"),
        Agent("events-result-first", EventsUnbalancedTool, "result-first") with
        {
            Also = [EventsOutOfOrder],
        },
        Agent("events-tool-without-result", EventsUnbalancedTool, "without=tool_completed"),
        Backend("events-result-without-tool-reference", EventsUnbalancedTool, "unbalanced-completed"),
        Agent("events-thinks-on", EventsAfterEnd, "thinks-on"),
        Agent("events-ends-twice", EventsAfterEnd, "ends-twice"),
        Backend("events-after-end-reference", EventsAfterEnd, "after-end"),
        Agent("events-stalled", EventsStalled, "stall"),
        Agent("events-never-ends", EventsStalled, "without=agent_completed") with
        {
            Also = [EventsMissing],
        },
        Backend("events-stalled-reference", EventsStalled, "stalled"),
        Walk(
            "events-too-late",
            EventsTooLate,
            scene =>
                scene
                    .Scenario(Asking(expect: "silence: 3s, within: { tool_executing: 300ms }"))
                    .Service(Node("pause=600"), "http: /health, timeout: " + "20s")
        ),
        Agent("events-malformed", EventsMalformed, "garbage"),
        Backend("events-malformed-reference", EventsMalformed, "malformed-json"),
        Backend("events-binary-reference", EventsMalformed, "binary-garbage"),
        Agent("events-canned", EventsCannedAnswer, "canned"),
        Backend("events-canned-reference", EventsCannedAnswer, "canned-answer"),
        Walk(
            "events-leaked",
            EventsLeaked,
            scene => scene.Scenario(Asking(users: 2)).Service(Node("leak", "pause=150"), "http: /health, timeout: 20s")
        ),
        Walk(
            "events-leaked-reference",
            EventsLeaked,
            scene =>
                scene
                    .Scenario(Asking(users: 2))
                    .Service(Reference, "http: /ready, timeout: 20s", environment: StartFaults.Misbehaving("leaked-answer"))
        ) with
        {
            Needs = ["dotnet"],
        },
        Agent("connection-dropped", ConnectionDropped, "drop"),
        Agent("connection-closed-1011", ConnectionDropped, "close=1011"),
        Agent("connection-closed-1001", ConnectionDropped, "close=1001", "reason=going away"),
        Agent("connection-closed-before-the-greeting", ConnectionDropped, "close-first=1011"),
        Backend("connection-dropped-reference", ConnectionDropped, "dropped"),
        Agent("agent-error", AgentError, "error=The language model answered 429: quota exceeded."),
        Agent("agent-error-of-a-tool", AgentError, "error=tool 'calculator' raised ZeroDivisionError"),
        Backend("agent-error-reference", AgentError, "agent-error"),
    ];

    private static Fault Agent(string name, string cause, params string[] faults) =>
        Walk(name, cause, scene => scene.Service(Node(faults), "http: /health, timeout: 20s"));

    private static Fault Backend(string name, string cause, string misbehaviour) =>
        Walk(
            name,
            cause,
            scene => scene.Service(Reference, "http: /ready, timeout: 20s", environment: StartFaults.Misbehaving(misbehaviour))
        ) with
        {
            Needs = ["dotnet"],
        };
}
