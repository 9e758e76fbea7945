using System.Text.Json.Nodes;

namespace GoldenPath.Configuration;

/// <summary>A connection that is dropped and taken up again with the same token.</summary>
/// <param name="After">The event after whose first occurrence the client drops the connection; <c>null</c>: after the end of the run.</param>
/// <param name="Send">The message that resumes the run; <c>null</c> for none.</param>
internal sealed record ReconnectDefinition(string? After, JsonNode? Send);
