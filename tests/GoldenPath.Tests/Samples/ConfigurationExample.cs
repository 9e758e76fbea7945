using System.Text.Json.Nodes;

namespace GoldenPath.Tests.Samples;

/// <summary>A whole configuration around the example of one key.</summary>
internal static class ConfigurationExample
{
    private const string Whole = """
        {
          "services": { "app": { "process": { "command": ["app"] }, "port": 8002 }, "database": { "external": true, "port": 5432 } },
          "scenarios": {
            "golden-path": {
              "login": { "post": "http://localhost:{port}/login", "json": { "a": "b" }, "token": "$.t" },
              "connect": { "url": "ws://localhost:{port}/ws" },
              "send": { "type": "user_message", "content": "{nonce}" }
            }
          }
        }
        """;

    /// <summary>Puts the example where it belongs.</summary>
    public static JsonObject Around(string definition, string key, JsonNode example)
    {
        var root = JsonNode.Parse(Whole)!.AsObject();
        var service = root["services"]!["app"]!.AsObject();
        var scenario = root["scenarios"]!["golden-path"]!.AsObject();
        Map(definition, key, root, service, scenario)[key] = example;
        return root;
    }

    private static JsonObject Map(string definition, string key, JsonObject root, JsonObject service, JsonObject scenario) =>
        definition switch
        {
            "" => root,
            "service" => key is "container" or "compose" or "external" ? Without(service, "process") : service,
            "process" => service["process"]!.AsObject(),
            "stop" => Add(service["process"]!.AsObject(), "stop", "{}"),
            "container" => Add(Without(service, "process"), "container", """{ "image": "app:1" }"""),
            "imageBuild" => Add(Add(Without(service, "process"), "container", "{}"), "build", """{ "context": "." }"""),
            "compose" => Add(Without(service, "process"), "compose", """{ "file": "docker-compose.yml" }"""),
            "composeStop" => Add(Add(Without(service, "process"), "compose", """{ "file": "docker-compose.yml" }"""), "stop", "{}"),
            "ready" => Ready(key, service),
            "scenario" => scenario,
            "login" => scenario["login"]!.AsObject(),
            "connect" => key is "ca" or "insecure"
                ? Add(scenario, "connect", """{ "url": "wss://localhost:{port}/ws" }""")
                : scenario["connect"]!.AsObject(),
            "carrier" => Add(scenario["connect"]!.AsObject(), "token", "{}"),
            "answer" => Add(Add(scenario, "expect", "{}"), "answer", "{}"),
            "expect" => Add(scenario, "expect", "{}"),
            "envelope" => Add(scenario, "envelope", """{ "type": "$.type" }"""),
            "resume" => Add(scenario, "reconnect", "{}"),
            "scenarioStep" => Step(root, "{}"),
            "commandStep" => Step(root, """{ "command": ["test"], "results": "*.xml" }"""),
            "issues" => Add(root, "issues", "{}"),
            _ => throw new ArgumentOutOfRangeException(nameof(definition), definition, "There is no such map."),
        };

    private static JsonObject Ready(string key, JsonObject service)
    {
        if (key == "healthy")
        {
            Add(Without(service, "process"), "container", """{ "image": "app:1", "ports": ["8002:80"] }""");
        }

        return Add(service, "ready", key is "ca" or "insecure" ? """{ "http": "https://localhost:{port}/health" }""" : "{}");
    }

    private static JsonObject Step(JsonObject root, string step)
    {
        var map = JsonNode.Parse(step)!.AsObject();
        root["smoke"] = new JsonArray(map);
        return map;
    }

    private static JsonObject Without(JsonObject map, string key)
    {
        map.Remove(key);
        return map;
    }

    private static JsonObject Add(JsonObject map, string key, string value)
    {
        var added = JsonNode.Parse(value)!.AsObject();
        map[key] = added;
        return added;
    }
}
