using System.Text.Json.Nodes;

namespace GoldenPath.SmokeTests;

/// <summary>A message of the service.</summary>
internal sealed record Frame(JsonObject Body)
{
    public string Type => this["type"];

    /// <summary>The text of a field; empty where it is absent.</summary>
    public string this[string field] => Body[field]?.ToString() ?? "";

    public override string ToString() => Body.ToJsonString();
}
