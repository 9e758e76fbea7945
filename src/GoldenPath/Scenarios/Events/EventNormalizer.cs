using System.Text.Json;
using GoldenPath.Configuration;

namespace GoldenPath.Scenarios.Events;

/// <summary>Turns messages into events: whatever the envelope, the aliases of the ids and the form of the times.</summary>
/// <remarks>Each message is parsed once, and only what the rules look at is kept of it. It reads one session, in order.</remarks>
internal sealed class EventNormalizer(EnvelopeDefinition? declared = null, NonceMark? mark = null)
{
    private readonly EnvelopeReader _envelopes = new(declared);
    private readonly HashSet<string> _chunked = [];

    /// <summary>Whether binary messages can be read as well.</summary>
    public bool ReadsBinary => declared?.Binary == true;

    /// <summary>The events of a text message.</summary>
    /// <param name="utf8">The message.</param>
    /// <param name="stamp">Where and when it was received.</param>
    public IReadOnlyList<AgentEvent> Read(ReadOnlyMemory<byte> utf8, FrameStamp stamp)
    {
        if (Heartbeat.NameOf(utf8.Span) is { } heartbeat)
        {
            return [Unread(EventKind.Noise, heartbeat, stamp)];
        }

        try
        {
            return declared?.Several == true ? ReadSeveral(utf8, stamp) : ReadOne(utf8, stamp);
        }
        catch (JsonException)
        {
            return [Malformed("no JSON, or nested deeper than 64 levels", stamp, Nonces(utf8))];
        }
        catch (InvalidOperationException)
        {
            // JsonElement refuses to unescape half a surrogate pair, only when it is read.
            return [Malformed("JSON with half a surrogate pair", stamp, Nonces(utf8))];
        }
    }

    private AgentEvent[] ReadOne(ReadOnlyMemory<byte> utf8, FrameStamp stamp)
    {
        using var document = JsonDocument.Parse(utf8);
        return Read(document.RootElement, Nonces(utf8), stamp);
    }

    private List<AgentEvent> ReadSeveral(ReadOnlyMemory<byte> utf8, FrameStamp stamp)
    {
        var (events, nonces) = (new List<AgentEvent>(), Nonces(utf8));
        foreach (var document in JsonValues.Read(utf8))
        {
            using (document)
            {
                events.AddRange(
                    JsonValues.Opened(document.RootElement).SelectMany(message => Read(message, events.Count == 0 ? nonces : [], stamp))
                );
            }
        }

        return events.Count > 0 ? events : [Unread(EventKind.Noise, "(empty)", stamp)];
    }

    /// <summary>The event that stands for a frame which cannot be read.</summary>
    public static AgentEvent Malformed(string why, FrameStamp stamp, IReadOnlyList<string>? nonces = null) =>
        Unread(EventKind.Malformed, "(malformed)", stamp) with
        {
            Text = why,
            Nonces = nonces ?? [],
        };

    private static AgentEvent Unread(EventKind kind, string name, FrameStamp stamp) =>
        new()
        {
            Kind = kind,
            Name = name,
            Type = name,
            Frame = stamp.Frame,
            At = stamp.At,
            Connection = stamp.Connection,
        };

    private AgentEvent[] Read(JsonElement message, IReadOnlyList<string> nonces, FrameStamp stamp)
    {
        if (message.ValueKind != JsonValueKind.Object)
        {
            return [Malformed($"a JSON {Kind(message)} instead of an object", stamp, nonces)];
        }

        var events = _envelopes.Open(message).Select(envelope => Read(envelope, stamp)).ToArray();
        if (events.Length == 0)
        {
            events = [Read(new Envelope("event_batch", message, message), stamp)];
        }

        events[0] = events[0] with { Nonces = nonces };
        return events;
    }

    private AgentEvent Read(in Envelope envelope, FrameStamp stamp)
    {
        var word = Look(envelope);
        return new AgentEvent
        {
            Kind = word.Kind,
            Name = word.Name,
            Type = envelope.Type,
            Frame = stamp.Frame,
            At = stamp.At,
            Connection = stamp.Connection,
            RunId = envelope.Text("run_id", "runId"),
            ParentRunId = envelope.Text("parent_run_id", "parentRunId"),
            ThreadId = envelope.Text("thread_id", "threadId"),
            UserId = envelope.Text("user_id", "userId"),
            Agent = envelope.Text("agent_name", "agentName", "agent"),
            Tool = envelope.Text("tool_name", "toolName", "toolCallName", "tool"),
            ExecutionId = envelope.Text("execution_id", "executionId", "tool_call_id", "toolCallId"),
            Part = envelope.Text("messageId", "message_id", "stepName", "step_name"),
            Timestamp = Timestamps.Read(envelope.Payload) ?? Timestamps.Read(envelope.Message),
            Text = EventTexts.Text(word, envelope),
            Code = word.Kind == EventKind.Error ? envelope.Text("code", "error_code", "errorCode", "error") : null,
            Payload = word.Kind == EventKind.Completed ? envelope.Payload.Clone() : null,
        };
    }

    /// <summary>The first chunk of a tool call stands for its beginning.</summary>
    private EventVocabulary.Word Look(in Envelope envelope) =>
        envelope.Type == "TOOL_CALL_CHUNK" && envelope.Text("toolCallId", "tool_call_id") is { } call && _chunked.Add(call)
            ? new(EventKind.ToolExecuting, EventNames.ToolExecuting)
            : EventVocabulary.Look(envelope.Type);

    private IReadOnlyList<string> Nonces(ReadOnlyMemory<byte> utf8) => mark?.Find(utf8.Span) ?? [];

    private static string Kind(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.Array => "array",
            JsonValueKind.String => "string",
            JsonValueKind.Number => "number",
            JsonValueKind.Null => "null",
            _ => "boolean",
        };
}
