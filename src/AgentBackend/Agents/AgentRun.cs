using System.Globalization;
using System.Text.Json.Nodes;

namespace AgentBackend.Agents;

/// <summary>Who asked, in which conversation: the identity that every event of one run carries.</summary>
/// <param name="userId">The user's full id.</param>
/// <param name="threadId">The conversation; <c>null</c> begins one.</param>
/// <param name="time">Where its timestamps come from.</param>
internal sealed class AgentRun(string userId, string? threadId, TimeProvider time)
{
    private long _lastTicks;

    /// <summary>The agent's name.</summary>
    public static string AgentName => "assistant";

    /// <summary>The user's full id.</summary>
    public string UserId { get; } = userId;

    /// <summary>The conversation.</summary>
    public string ThreadId { get; } = threadId ?? NewId("thread");

    /// <summary>The run.</summary>
    public string RunId { get; } = NewId("run");

    /// <summary>A fresh id with a prefix that says what of.</summary>
    public static string NewId(string prefix) => $"{prefix}_{Guid.NewGuid():N}";

    /// <summary>An event of this run, now.</summary>
    public AgentEvent Event(string type, params ReadOnlySpan<(string Name, JsonNode? Value)> fields)
    {
        var body = new JsonObject
        {
            ["user_id"] = UserId,
            ["thread_id"] = ThreadId,
            ["run_id"] = RunId,
            ["agent_name"] = AgentName,
            ["timestamp"] = Now(),
        };
        foreach (var (name, value) in fields)
        {
            body[name] = value;
        }

        return new AgentEvent(type, body);
    }

    // Two events of one run never share a timestamp, so that whoever gets them in a batch can put them in order.
    private string Now()
    {
        _lastTicks = Math.Max(time.GetUtcNow().Ticks, _lastTicks + 1);
        return new DateTimeOffset(_lastTicks, TimeSpan.Zero).ToString("O", CultureInfo.InvariantCulture);
    }
}
