using System.Text.Json;
using System.Text.Json.Nodes;
using GoldenPath.Configuration;

namespace GoldenPath.Tests.Scenarios.Judging;

/// <summary>Reads what a recorded session expects, in the words of <c>goldenpath.yml</c> with times in seconds.</summary>
internal static class Expectations
{
    public static ExpectDefinition Read(JsonNode? expect)
    {
        var profile = expect?["profile"];
        return new ExpectDefinition
        {
            Rules =
                profile is JsonArray rules ? [.. rules.Select(rule => (string)rule!)]
                : IsCalled(profile, "ag-ui") ? ExpectDefinition.AgUiRules
                : ExpectDefinition.AgentRules,
            IsAgUi = IsCalled(profile, "ag-ui"),
            Strict = IsCalled(profile, "agent-strict"),
            ToolsRequired = (string?)expect?["tools"] == "required",
            Answer = expect?["answer"].Deserialize<AnswerDefinition>(JsonSerializerOptions.Web),
            Within = expect?["within"]?.AsObject().ToDictionary(pair => pair.Key, pair => TimeSpan.FromSeconds((double)pair.Value!)) ?? [],
        };
    }

    private static bool IsCalled(JsonNode? profile, string name) => profile is JsonValue && (string?)profile == name;
}
