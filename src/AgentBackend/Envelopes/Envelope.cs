using System.Text.Json.Nodes;
using AgentBackend.Agents;

namespace AgentBackend.Envelopes;

/// <summary>A wire form: how the events of a run become frames.</summary>
internal delegate IAsyncEnumerable<JsonObject> Envelope(IAsyncEnumerable<AgentEvent> events);
