using System.Text.Json.Nodes;

namespace GoldenPath.Configuration;

/// <summary>A login by HTTP POST of a JSON body.</summary>
/// <param name="Post">The URL.</param>
/// <param name="Json">The body.</param>
/// <param name="Token">A JSON path to the token in the answer, such as <c>$.access_token</c>.</param>
public sealed record LoginDefinition(string Post, JsonNode Json, string Token);
