namespace GoldenPath.Configuration;

/// <summary>What must follow the trigger.</summary>
internal sealed record ExpectDefinition
{
    /// <summary>The rules of the profile <c>agent</c>.</summary>
    public static IReadOnlyList<string> AgentRules { get; } =
    ["started-first", "thinking-present", "tools-balanced", "one-end", "nothing-after-end", "deadlines", "silence", "answer", "isolated"];

    /// <summary>The rules that the profile <c>ag-ui</c> shares with <c>agent</c>; the rest is the protocol's own.</summary>
    public static IReadOnlyList<string> AgUiRules { get; } = ["one-end", "nothing-after-end", "deadlines", "silence", "answer", "isolated"];

    /// <summary>The rules that are judged. Default: <see cref="AgentRules"/>.</summary>
    public IReadOnlyList<string> Rules { get; init; } = AgentRules;

    /// <summary>Whether the five events must come once each, in order (profile <c>agent-strict</c>). Default: no.</summary>
    public bool Strict { get; init; }

    /// <summary>Whether the order of AG-UI is judged (profile <c>ag-ui</c>). Default: no.</summary>
    public bool IsAgUi { get; init; }

    /// <summary>Whether a tool must be used. Default: no.</summary>
    public bool ToolsRequired { get; init; }

    /// <summary>What the final answer must satisfy; <c>null</c>: contains the nonce if one was sent.</summary>
    public AnswerDefinition? Answer { get; init; }

    /// <summary>The latest time of an event's first occurrence, counted from sending.</summary>
    public IReadOnlyDictionary<string, TimeSpan> Within { get; init; } = new Dictionary<string, TimeSpan>();

    /// <summary>The longest time without an event of the run. Default: 15 s.</summary>
    public TimeSpan Silence { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>How long the session is watched after its end. Default: 250 ms.</summary>
    public TimeSpan Settle { get; init; } = TimeSpan.FromMilliseconds(250);
}
