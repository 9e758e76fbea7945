using System.Text.Json.Nodes;
using AgentBackend.Agents;

namespace AgentBackend.Envelopes;

/// <summary>Events in batches, grouped by type: their order is in their timestamps.</summary>
internal static class EventBatches
{
    public static async IAsyncEnumerable<JsonObject> Gather(IAsyncEnumerable<AgentEvent> events)
    {
        var batch = new List<AgentEvent>();
        await foreach (var it in events)
        {
            batch.Add(it);
            if (it.Type is not (AgentEvent.Started or AgentEvent.ToolExecuting)) // These two have their successor right behind them.
            {
                yield return Frame(batch);
                batch.Clear();
            }
        }

        if (batch.Count > 0)
        {
            yield return Frame(batch);
        }
    }

    private static JsonObject Frame(List<AgentEvent> batch)
    {
        var events = new JsonObject();
        foreach (var group in batch.GroupBy(it => it.Type))
        {
            events[group.Key] = new JsonArray([.. group.Select(it => it.Body)]);
        }

        return new JsonObject { ["type"] = "event_batch", ["events"] = events };
    }
}
