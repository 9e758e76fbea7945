using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace AgentBackend.Tools;

/// <summary>Tells the time, in UTC.</summary>
internal sealed partial class Clock(TimeProvider time) : ITool
{
    public string Name => "clock";

    public IEnumerable<ToolCall> Propose(string text) =>
        Question().IsMatch(text) ? [new ToolCall(this, new JsonObject { ["zone"] = "UTC" }, "look at the clock")] : [];

    public ToolResult Execute(JsonObject parameters)
    {
        var now = time.GetUtcNow();
        return new ToolResult(
            new JsonObject { ["utc"] = now.ToString("O", CultureInfo.InvariantCulture) },
            string.Create(CultureInfo.InvariantCulture, $"It is {now:dddd, d MMMM yyyy, HH:mm:ss} UTC.")
        );
    }

    [GeneratedRegex(
        @"\b(what time|the time|which day|what day|today|date is it|current (time|date))\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Question();
}
