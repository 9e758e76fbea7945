using System.Text.Json.Nodes;
using AgentBackend.Agents;

namespace AgentBackend.Misbehaving;

using Fault = Func<IAsyncEnumerable<AgentEvent>, RunScene, IAsyncEnumerable<AgentEvent>>;

/// <summary>What can go wrong with the events of a run.</summary>
internal static class EventFaults
{
    private const string ExecutionId = "execution_id";
    private static readonly TimeSpan _late = TimeSpan.FromSeconds(17);

    /// <summary>Leaves events out.</summary>
    public static Fault Drop(Func<AgentEvent, bool> dropped) => (events, _) => events.Where(it => !dropped(it));

    /// <summary>Lets an event of a type come after its successor.</summary>
    public static Fault Swap(string type) => (events, _) => SwapAsync(events, type);

    public static IAsyncEnumerable<AgentEvent> BeginOneMore(IAsyncEnumerable<AgentEvent> events, RunScene scene) =>
        events.SelectMany(it =>
            it.Type == AgentEvent.ToolExecuting
                ? [it.With(ExecutionId, AgentRun.NewId("exec")).With("tool_name", "web_search"), it]
                : Just(it)
        );

    public static IAsyncEnumerable<AgentEvent> CompleteOneMore(IAsyncEnumerable<AgentEvent> events, RunScene scene) =>
        events.SelectMany(it =>
            it.Type == AgentEvent.ToolCompleted
                ? [it, it.With(ExecutionId, AgentRun.NewId("exec")).With("tool_name", "web_search")]
                : Just(it)
        );

    public static IAsyncEnumerable<AgentEvent> MistakeExecution(IAsyncEnumerable<AgentEvent> events, RunScene scene) =>
        events.Select(it => it.Type == AgentEvent.ToolCompleted ? it.With(ExecutionId, AgentRun.NewId("exec")) : it);

    public static IAsyncEnumerable<AgentEvent> EndTwice(IAsyncEnumerable<AgentEvent> events, RunScene scene) =>
        events.SelectMany(it => it.Type == AgentEvent.Completed ? [it, it.Copy()] : Just(it));

    public static IAsyncEnumerable<AgentEvent> ThinkOn(IAsyncEnumerable<AgentEvent> events, RunScene scene) =>
        events.SelectMany(it => it.Type == AgentEvent.Completed ? [it, Thought(it, "One more thing: was that right?")] : Just(it));

    public static IAsyncEnumerable<AgentEvent> Can(IAsyncEnumerable<AgentEvent> events, RunScene scene) =>
        events.Select(it =>
            it.Type == AgentEvent.Completed
                ? it.With("final_response", "Thank you for your question! Here is a summary of my analysis.")
                : it
        );

    public static IAsyncEnumerable<AgentEvent> Fail(IAsyncEnumerable<AgentEvent> events, RunScene scene) =>
        events.Select(it => it.Type == AgentEvent.Completed ? Error(it, "The language model answered 429: quota exceeded.") : it);

    public static async IAsyncEnumerable<AgentEvent> Stall(IAsyncEnumerable<AgentEvent> events, RunScene scene)
    {
        await foreach (var it in events)
        {
            yield return it;
            if (it.Type == AgentEvent.Thinking)
            {
                await scene.WaitAsync(Timeout.InfiniteTimeSpan);
            }
        }
    }

    public static async IAsyncEnumerable<AgentEvent> Delay(IAsyncEnumerable<AgentEvent> events, RunScene scene)
    {
        const int Thoughts = 20;
        AgentEvent? thought = null;
        await foreach (var it in events)
        {
            for (var i = 0; i < Thoughts && it.Type == AgentEvent.ToolExecuting; i++)
            {
                await scene.WaitAsync((scene.Delay ?? _late) / Thoughts);
                yield return thought!.With("reasoning", "Still thinking.");
            }

            thought = it.Type == AgentEvent.Thinking ? it.Copy() : thought;
            yield return it;
        }
    }

    private static async IAsyncEnumerable<AgentEvent> SwapAsync(IAsyncEnumerable<AgentEvent> events, string type)
    {
        AgentEvent? held = null;
        await foreach (var it in events)
        {
            if (it.Type == type)
            {
                held = it;
                continue;
            }

            yield return it;
            if (held is not null)
            {
                yield return held;
                held = null;
            }
        }
    }

    private static IEnumerable<AgentEvent> Just(AgentEvent it) => [it];

    private static AgentEvent Thought(AgentEvent last, string reasoning) => Follow(last, AgentEvent.Thinking, "reasoning", reasoning);

    private static AgentEvent Error(AgentEvent last, string message) => Follow(last, AgentEvent.Error, "error", message);

    private static AgentEvent Follow(AgentEvent last, string type, string field, JsonNode value)
    {
        var body = last.Copy().Body;
        body.Remove("status");
        body.Remove("final_response");
        body[field] = value;
        return new AgentEvent(type, body);
    }
}
