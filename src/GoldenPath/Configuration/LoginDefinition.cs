using System.Text.Json.Nodes;

namespace GoldenPath.Configuration;

/// <summary>A login by HTTP POST of a JSON body.</summary>
/// <param name="Post">The URL.</param>
/// <param name="Json">The body.</param>
/// <param name="Token">Where the answer has the token: a JSON path such as <c>$.access_token</c>, <c>cookie:NAME</c> or <c>header:NAME</c>.</param>
internal sealed record LoginDefinition(string Post, JsonNode Json, string Token);
