using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace AgentBackend.Tools;

/// <summary>Knows a few things, and says so about the others.</summary>
internal sealed partial class Lookup : ITool
{
    private static readonly Topic[] _topics =
    [
        new("Ada Lovelace", "Ada Lovelace published the first program for a machine in 1843, for Babbage's Analytical Engine.", "Lovelace"),
        new("Grace Hopper", "Grace Hopper wrote the first linker in 1952 and handed out nanoseconds as wires of 30 cm.", "Hopper"),
        new("Alan Turing", "Alan Turing described the universal machine in 1936.", "Turing"),
        new("Katherine Johnson", "Katherine Johnson checked the orbit of Friendship 7 by hand in 1962."),
        new(
            "WebSocket",
            "WebSocket is RFC 6455: an HTTP/1.1 upgrade, answered with 101, and then frames in both directions.",
            "websockets"
        ),
        new("close code 1000", "Close code 1000 is a normal closure.", "code 1000"),
        new("close code 1001", "Close code 1001 says that the endpoint is going away.", "code 1001"),
        new(
            "close code 1008",
            "Close code 1008 is a policy violation; this service closes with it after a failed authentication.",
            "code 1008"
        ),
        new("close code 1011", "Close code 1011 is an unexpected condition in the server.", "code 1011"),
        new("JWT", "A JWT is three base64url parts: header, claims and signature (RFC 7519).", "json web token"),
        new("golden path", "The golden path is what a user lives on: log in, ask, and get an answer.", "golden-path"),
        new("port 8002", "Port 8002 is where this service listens when its pipeline starts it."),
    ];

    public string Name => "lookup";

    public IEnumerable<ToolCall> Propose(string text) =>
        from topic in _topics
        where topic.Names.Any(name => Mentions(text, name))
        select Call(topic.Name);

    /// <summary>A search for whatever a text is about: the last resort, which may well find nothing.</summary>
    public ToolCall Search(string text) => Call(Subject(text));

    public ToolResult Execute(JsonObject parameters)
    {
        var wanted = (string?)parameters["topic"] ?? throw new ToolException("no topic was given");
        var topic =
            Array.Find(_topics, topic => topic.Names.Contains(wanted, StringComparer.OrdinalIgnoreCase))
            ?? throw new ToolException(
                $"I know nothing about '{wanted}'. I know {string.Join(", ", _topics.Select(topic => topic.Name))}, and I calculate."
            );
        return new ToolResult(new JsonObject { ["topic"] = topic.Name, ["text"] = topic.Text }, topic.Text);
    }

    private static bool Mentions(string text, string name)
    {
        var at = text.IndexOf(name, StringComparison.OrdinalIgnoreCase);
        var end = at + name.Length;
        return at >= 0 && (at == 0 || !char.IsLetterOrDigit(text[at - 1])) && (end == text.Length || !char.IsLetterOrDigit(text[end]));
    }

    private static string Subject(string text)
    {
        var words = Words().Matches(text).Select(match => match.Value).Where(word => !SmallWords().IsMatch(word)).Take(6);
        return string.Join(' ', words) is { Length: > 0 } subject ? subject : text.Trim();
    }

    private ToolCall Call(string topic) => new(this, new JsonObject { ["topic"] = topic }, $"look up '{topic}'");

    [GeneratedRegex(@"[\w'-]+")]
    private static partial Regex Words();

    [GeneratedRegex(
        "^(a|about|an|and|answer|are|can|could|do|does|for|give|how|i|in|is|it|know|me|my|of|on|please|quote|reference|tell|the|this|to|was|what|what's|when|where|which|who|why|you|your)$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex SmallWords();
}
