using System.Text.Json;
using GoldenPath.Configuration;

namespace GoldenPath.Scenarios.Events;

/// <summary>Opens the envelopes in which services wrap their events.</summary>
/// <remarks>Flat; <c>{type,data}</c>; <c>{type,payload}</c>; <c>{type:"system_message",event,…}</c>; <c>{type:"agent_progress",data:{event}}</c>;
/// <c>{type:"agent_response_complete",data:{event}}</c>; <c>{type:"event_batch",events}</c>; and the one that was declared, which is tried first.</remarks>
internal sealed class EnvelopeReader(EnvelopeDefinition? declared)
{
    private const string Untyped = "(untyped)";

    private readonly JsonPath? _type = declared?.Type is null ? null : JsonPath.Parse(declared.Type);
    private readonly JsonPath? _payload = declared?.Payload is null ? null : JsonPath.Parse(declared.Payload);

    /// <summary>The events of a message, in the order in which they happened.</summary>
    public IEnumerable<Envelope> Open(JsonElement message) =>
        OpenDeclared(message) is { } own
            ? [own]
            : (TypeOf(message) == "event_batch" ? OpenBatch(message) : [OpenKnown(message)]).Select(Named);

    private Envelope Named(Envelope envelope) =>
        declared is { Type: null } && declared.Names.TryGetValue(envelope.Type, out var name) ? envelope with { Type = name } : envelope;

    private Envelope? OpenDeclared(JsonElement message)
    {
        if (_type?.Select(message) is not { } type || Envelope.Scalar(type) is not { } name)
        {
            return null;
        }

        var payload = _payload is null ? message : _payload.Select(message) ?? message;
        return new Envelope(declared!.Names.GetValueOrDefault(name, name), payload, message);
    }

    private static Envelope OpenKnown(JsonElement message)
    {
        var type = TypeOf(message);
        var body = BodyOf(message);
        return type switch
        {
            "system_message" => new(NestedEvent(message) ?? NestedEvent(body) ?? type, body, message),
            "agent_progress" or "agent_response_complete" => new(NestedEvent(body) ?? type, body, message),
            _ => new(type, body, message),
        };
    }

    private static IEnumerable<Envelope> OpenBatch(JsonElement message)
    {
        var events = new Envelope("event_batch", BodyOf(message), message).Field("events");
        var written = events?.ValueKind switch
        {
            JsonValueKind.Object => events.Value.EnumerateObject().SelectMany(list => OpenList(list.Name, list.Value, message)).ToList(),
            JsonValueKind.Array => events.Value.EnumerateArray().Select(OpenKnown).ToList(),
            _ => [],
        };
        var times = written.ConvertAll(one => Timestamps.Read(one.Payload));
        return times.TrueForAll(time => time is not null)
            ? written.Zip(times).OrderBy(pair => pair.Second).Select(pair => pair.First)
            : written;
    }

    private static IEnumerable<Envelope> OpenList(string type, JsonElement list, JsonElement message) =>
        list.ValueKind == JsonValueKind.Array
            ? list.EnumerateArray().Select(payload => new Envelope(type, payload, message))
            : [new Envelope(type, list, message)];

    private static string TypeOf(JsonElement message) =>
        message.ValueKind != JsonValueKind.Object ? Untyped : StringAt(message, "type") ?? StringAt(message, "event") ?? Untyped;

    private static JsonElement BodyOf(JsonElement message) => ObjectAt(message, "data") ?? ObjectAt(message, "payload") ?? message;

    private static string? NestedEvent(JsonElement parent) => StringAt(parent, "event");

    private static string? StringAt(JsonElement parent, string name) =>
        parent.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static JsonElement? ObjectAt(JsonElement parent, string name) =>
        parent.ValueKind == JsonValueKind.Object && parent.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Object
            ? value
            : null;
}
