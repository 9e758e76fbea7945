namespace GoldenPath.Configuration.Reading;

/// <summary>Reads what must follow the trigger.</summary>
internal static class ExpectReader
{
    public static IReadOnlyList<string> Keys { get; } = ["profile", "tools", "answer", "within", "silence", "settle"];

    public static IReadOnlyList<string> AnswerKeys { get; } = ["contains", "matches", "path"];

    public static IReadOnlyList<string> Profiles { get; } = ["agent", "agent-strict", "ag-ui"];

    public static IReadOnlyList<string> Tools { get; } = ["required", "optional"];

    /// <summary>The events that are bound by a time.</summary>
    public static IReadOnlyList<string> Events { get; } =
    ["agent_started", "agent_thinking", "tool_executing", "tool_completed", "agent_completed"];

    public static ExpectDefinition Read(NodeReader reader)
    {
        var (map, defaults) = (reader.Map(Keys), new ExpectDefinition());
        var profile = map.Find("profile");
        var word = profile?.Node is null or ListNode ? null : profile.OneOf(Profiles);
        return new ExpectDefinition
        {
            Rules =
                profile?.Node is ListNode ? Rules(profile)
                : word == "ag-ui" ? ExpectDefinition.AgUiRules
                : ExpectDefinition.AgentRules,
            Strict = word == "agent-strict",
            IsAgUi = word == "ag-ui",
            ToolsRequired = map.Find("tools")?.OneOf(Tools) == "required",
            Answer = map.Find("answer") is { } answer ? Answer(answer) : null,
            Within = map.Find("within") is { } within ? Within(within) : defaults.Within,
            Silence = map.Find("silence")?.Duration() ?? defaults.Silence,
            Settle = map.Find("settle")?.Duration(TimeSpan.Zero) ?? defaults.Settle,
        };
    }

    private static List<string> Rules(NodeReader reader)
    {
        var rules = reader.Items("rules").Select(rule => rule.OneOf(ExpectDefinition.AgentRules)).ToList();
        reader.Check(
            rules.Count > 0,
            "lists no rule, so nothing would be proved",
            "Write agent, agent-strict, ag-ui, or the rules to judge"
        );
        return rules;
    }

    private static AnswerDefinition Answer(NodeReader reader)
    {
        var map = reader.Map(AnswerKeys);
        reader.Check(AnswerKeys.Any(map.Has), "demands nothing", "Give contains, matches or path");
        return new AnswerDefinition
        {
            Contains = map.Find("contains")?.Template(PlaceholderScope.Answer),
            Matches = map.Find("matches")?.Pattern(PlaceholderScope.Answer),
            Path = map.Find("path")?.JsonPath(),
        };
    }

    private static Dictionary<string, TimeSpan> Within(NodeReader reader)
    {
        var within = new Dictionary<string, TimeSpan>(StringComparer.Ordinal);
        foreach (var (key, value) in reader.Entries("events with their latest time"))
        {
            if (!Events.Contains(key.Text))
                reader.Unknown(key, "event", Events);
            within[key.Text] = value.Duration();
        }
        return within;
    }
}
