namespace GoldenPath.Configuration.Reading;

/// <summary>Reads what the smoke stage does; all scenarios where nothing is declared.</summary>
internal static class SmokeReader
{
    public static IReadOnlyList<string> ScenarioKeys { get; } = ["scenario"];

    public static IReadOnlyList<string> CommandKeys { get; } = ["command", "results", "directory", "environment", "timeout"];

    public static IReadOnlyList<string> Keys { get; } = [.. ScenarioKeys, .. CommandKeys];

    public static IReadOnlyList<SmokeStep> Read(MapReader root, IReadOnlyList<ScenarioDefinition> scenarios)
    {
        var smoke = root.Find("smoke");
        if (smoke is null ? root.IsMap && scenarios.Count == 0 : smoke.Node is ListNode { Items.Count: 0 })
            (smoke ?? root.Self).Problem(
                "nothing would be proved: no scenario is walked and no test command is run",
                "Add scenarios: or smoke:"
            );
        var names = scenarios.Select(scenario => scenario.Name).ToList();
        return smoke is null
            ? [.. names.Select(name => new ScenarioStep(name))]
            : [.. smoke.Items("steps, each a scenario or a command").Select(item => Step(item, names))];
    }

    private static SmokeStep Step(NodeReader reader, List<string> scenarios)
    {
        var isScenario = reader.Node is MapNode map && map.Find("scenario") is not null && map.Find("command") is null;
        return isScenario ? Scenario(reader, scenarios) : Command(reader);
    }

    private static ScenarioStep Scenario(NodeReader reader, List<string> scenarios)
    {
        var step = reader.Map(ScenarioKeys).Find("scenario")!;
        var name = step.Text();
        step.Check(scenarios.Contains(name), $"{step.Quoted} is no scenario", () => Suggestion.For(name, scenarios));
        return new ScenarioStep(name);
    }

    private static CommandStep Command(NodeReader reader)
    {
        var map = reader.Map(Keys);
        if (map.Has("scenario"))
            reader.Problem("'scenario' and 'command' exclude each other", "Write two steps");
        var results = map.Require(
            "results",
            "Say which TRX or JUnit files it writes: results: \"{results}/*.trx\"; without them nothing is proved"
        );
        return new CommandStep
        {
            Command =
                map.Require("command", "Add command: [executable, argument], or scenario: NAME")?.Command(PlaceholderScope.Command) ?? [],
            Results = results is null ? "" : Results(results),
            Directory = map.Find("directory")?.Folder() ?? reader.Session.Directory,
            Environment = map.Find("environment")?.Environment(PlaceholderScope.Command) ?? new Dictionary<string, string>(),
            Timeout = map.Find("timeout")?.Duration(),
            Line = reader.Line,
        };
    }

    private static string Results(NodeReader reader)
    {
        var glob = reader.Template(PlaceholderScope.Results);
        reader.Check(!string.IsNullOrWhiteSpace(glob), "names no file");
        return glob.StartsWith('{') ? glob : Path.Combine(Placeholders.Escape(reader.Session.Directory), glob);
    }
}
