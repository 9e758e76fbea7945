using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace AgentBackend.Sockets;

/// <summary>The frames around the events: greeting, replies, heartbeats, errors.</summary>
internal sealed class Frames(TimeProvider time)
{
    private const int ShortId = 8;

    /// <summary>How frames are written: compact, and readable where they quote people.</summary>
    public static JsonSerializerOptions Options { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The frame that says that the connection may be used.</summary>
    public JsonObject Established(string userId, string connectionId) =>
        Frame(
            "connection_established",
            ("user_id", Shorten(userId)),
            ("connection_id", connectionId),
            ("features", new JsonArray("user_message", "start_agent", "ping", "heartbeat"))
        );

    public JsonObject Pong(JsonNode? id) => Frame("pong", ("id", id?.DeepClone()));

    public JsonObject Heartbeat() => Frame("heartbeat");

    public JsonObject HeartbeatReply() => Frame("heartbeat_ack");

    public JsonObject Acknowledgement(string received) => Frame("ack", ("received_type", received));

    public JsonObject Error(string code, string message) => Frame("error", ("code", code), ("message", message));

    /// <summary>An id as it is shown to others: long enough to recognise, too short to use.</summary>
    public static string Shorten(string id) => id.Length > ShortId ? $"{id[..ShortId]}..." : id;

    private JsonObject Frame(string type, params ReadOnlySpan<(string Name, JsonNode? Value)> fields)
    {
        var frame = new JsonObject { ["type"] = type, ["timestamp"] = time.GetUtcNow().ToString("O", CultureInfo.InvariantCulture) };
        foreach (var (name, value) in fields)
        {
            frame[name] = value;
        }

        return frame;
    }
}
