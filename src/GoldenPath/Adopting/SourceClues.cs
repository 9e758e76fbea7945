using System.Text.RegularExpressions;

namespace GoldenPath.Adopting;

/// <summary>What the sources of a service tell of its ports and addresses.</summary>
/// <param name="tree">The repository.</param>
/// <param name="folder">The service's folder.</param>
internal sealed partial class SourceClues(SourceTree tree, string folder)
{
    private static readonly string[] _languages =
    [
        ".js",
        ".mjs",
        ".cjs",
        ".ts",
        ".mts",
        ".tsx",
        ".jsx",
        ".py",
        ".cs",
        ".go",
        ".rb",
        ".java",
        ".kt",
    ];

    // The more it says about the service, the better a probe it is.
    private static readonly string[] _healthWords = ["ready", "health", "live", "ping", "status"];

    private readonly List<string> _files =
    [
        .. tree.Below(folder).Where(file => _languages.Contains(Path.GetExtension(file)) && !Tests().IsMatch(file)),
    ];

    /// <summary>Where the port is read from the variable PORT.</summary>
    public Clue? ReadsPort => Find(PortVariable());

    /// <summary>The port that the sources name.</summary>
    public Clue? Port => Find(PortNumber());

    /// <summary>The path that tells whether the service is well.</summary>
    public Clue? Health =>
        FindAll(HealthPath())
            .Concat(FindAll(DjangoHealth()).Select(clue => clue with { Value = "/" + clue.Value }))
            .OrderBy(clue => Array.FindIndex(_healthWords, word => clue.Value.Contains(word, StringComparison.OrdinalIgnoreCase)))
            .FirstOrDefault();

    /// <summary>The path of a WebSocket endpoint.</summary>
    public Clue? WebSocket =>
        Find(DeclaredSocket()) ?? FindAll(SocketPath()).FirstOrDefault(clue => WebSockets().IsMatch(tree.Read(clue.Place.Split(':')[0])));

    /// <summary>Where it speaks of the events that a golden path is judged by.</summary>
    public Clue? AgentEvents => Find(AgentEvent());

    /// <summary>The first line of the sources that matches; its value is the group <c>v</c>.</summary>
    public Clue? Find(Regex pattern) => FindAll(pattern).FirstOrDefault();

    private IEnumerable<Clue> FindAll(Regex pattern) =>
        _files.SelectMany(file =>
            pattern
                .Matches(tree.Read(file))
                .Select(match => new Clue(match.Groups["v"].Value, $"{file}:{LineOf(tree.Read(file), match.Index)}"))
        );

    /// <summary>The line, counted from one, of a place in a text.</summary>
    public static int LineOf(string text, int index) => text.AsSpan(0, index).Count('\n') + 1;

    [GeneratedRegex(@"(^|/)(tests?|specs?|__tests__|e2e)/|[._-](test|spec)s?\.|(^|/)test_|_test\.|Tests?/", RegexOptions.IgnoreCase)]
    private static partial Regex Tests();

    [GeneratedRegex(
        @"process\.env(\.PORT\b|\[['""]PORT['""]\])|(environ(\.get)?|getenv|Getenv)\s*[\[(]\s*['""]PORT['""]|ENV(\.fetch)?[\[(]['""]PORT['""]"
    )]
    private static partial Regex PortVariable();

    [GeneratedRegex(
        @"(\bPORT['""\])]*\s*(\|\||\?\?|,)\s*['""]?|\.listen\(\s*(\{\s*port:\s*)?|\bport\s*[:=]\s*|ListenAndServe\(\s*""[^"":]*:)(?<v>[1-9][0-9]{2,4})\b",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex PortNumber();

    [GeneratedRegex(
        @"['""`](?<v>/(api/)?(health|ready|live|ping|status)(z|check|iness|ness)?(/(ready|live))?)/?['""`]",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex HealthPath();

    // Django writes its paths without the first slash, and with the last.
    [GeneratedRegex(@"\bpath\(\s*['""](?<v>(api/)?(health|ready|live|ping|status)(z|check)?/?)['""]")]
    private static partial Regex DjangoHealth();

    [GeneratedRegex(
        @"(\.websocket\(|websocket_route\(|WebSocketRoute\(|WebSocket(Server|\.Server)\(\s*\{[^}]*path:)\s*['""](?<v>/[\w/-]*)['""]"
    )]
    private static partial Regex DeclaredSocket();

    [GeneratedRegex(@"['""`](?<v>/([\w-]+/)*(ws|wss|socket|websocket|stream|chat)(/[\w-]+)*)['""`]")]
    private static partial Regex SocketPath();

    [GeneratedRegex("websocket", RegexOptions.IgnoreCase)]
    private static partial Regex WebSockets();

    [GeneratedRegex("(?<v>agent_started|RUN_STARTED)")]
    private static partial Regex AgentEvent();
}
