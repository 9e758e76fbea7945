using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace GoldenPath.Tests.Scenarios.Judging;

/// <summary>The rules of the oracle for a page: what each demands, a recorded session that breaks it, and what is said of that.</summary>
internal static class EventRulesText
{
    /// <summary>Rule, what it demands, and the recorded session that breaks it.</summary>
    public static readonly IReadOnlyList<(string Rule, string Demand, string Session)> Rules =
    [
        ("started-first", "`agent_started` comes before anything else of the run, for inner agents too.", "order-thinking-first"),
        ("thinking-present", "`agent_thinking` comes at least once in a run.", "missing-thinking"),
        (
            "tools-balanced",
            "Every `tool_executing` has its `tool_completed`, by execution id or tool, and never the other way round; `tools: required` demands one at all.",
            "tool-never-completed"
        ),
        ("one-end", "The outer run ends exactly once, by `agent_completed` or an error.", "ended-twice"),
        ("nothing-after-end", "Nothing of the run comes after its end.", "after-the-end"),
        ("deadlines", "What `within` names comes in its time, counted from the sending.", "late-completion"),
        ("silence", "Something of the run comes at least every `silence`; heartbeats do not count.", "stalled-in-a-tool"),
        (
            "answer",
            "The final answer satisfies `answer`; by default it holds the reference that the question was sent with.",
            "canned-answer"
        ),
        ("isolated", "Nothing of one user reaches another.", "leaked-run"),
        ("frames", "A client can read every frame. It is judged whatever the profile says.", "malformed-text"),
        ("ag-ui", "The order that AG-UI demands; with `profile: ag-ui` only.", "order-ag-ui-content-without-start"),
    ];

    /// <summary>The whole region of the page.</summary>
    /// <param name="read">Reads a recorded session by its name.</param>
    public static string Write(Func<string, RecordedSession> read) =>
        string.Join('\n', Rules.Select(rule => Section(rule.Rule, rule.Demand, read(rule.Session)).TrimEnd() + "\n")).TrimEnd();

    private static string Section(string rule, string demand, RecordedSession session)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"### `{rule}`\n\n{demand}\n\n```text\n");
        foreach (var line in session.Lines)
        {
            text.Append(CultureInfo.InvariantCulture, $"{Shown(line)}\n");
        }

        var first = session.Judged().SelectMany(judged => judged.Violations).First();
        text.Append(CultureInfo.InvariantCulture, $"```\n\n`{first.Cause}`: {first.Text}\n");
        return text.ToString();
    }

    private static string Shown(JsonNode line)
    {
        var user = (int?)line["user"] is { } number ? $" user {number}" : "";
        var sent = (string?)line["dir"] == "out" ? "→" : "←";
        var content = line["text"] is { } text ? text.ToJsonString(RelaxedJson.Options) : $"({line["type"]})";
        return string.Create(CultureInfo.InvariantCulture, $"{(double)line["ms"]! / 1000, 7:0.000} s{user} {sent} {content}");
    }
}
