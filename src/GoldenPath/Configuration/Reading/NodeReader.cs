using System.Globalization;
using System.Text.RegularExpressions;

namespace GoldenPath.Configuration.Reading;

/// <summary>Reads one value. Whatever is wrong with it is collected, and a harmless stand-in returned, so that reading goes on.</summary>
/// <param name="session">What the readers share.</param>
/// <param name="node">The value.</param>
/// <param name="declaration">Its key, or itself in a list.</param>
/// <param name="path">The path of keys to it, for messages.</param>
/// <param name="isGuessed">Whether its key is misspelt, which has been said: what is wrong with the value itself may come from that alone.</param>
internal sealed class NodeReader(ReadingContext session, Node node, Node declaration, string path, bool isGuessed = false)
{
    private bool _hasProblem;

    public Node Node { get; } = node;

    public ReadingContext Session { get; } = session;

    /// <summary>The line that declares it.</summary>
    public int Line => declaration.Line;

    public void Problem(string message, string? fix = null)
    {
        _hasProblem = true;
        if (isGuessed)
            return;
        var place = Node is ScalarNode { IsNull: false } ? Node : declaration;
        Session.Problems.Add(place.Line, place.Column, path.Length == 0 ? message : $"{path}: {message}", fix);
    }

    /// <summary>Says what is wrong unless it holds, or unless something is known to be wrong with the value itself already.</summary>
    public void Check(bool holds, string message, string? fix = null)
    {
        if (!holds && !_hasProblem)
            Problem(message, fix);
    }

    /// <inheritdoc cref="Check(bool, string, string?)"/>
    public void Check(bool holds, string message, Func<string> fix)
    {
        if (!holds && !_hasProblem)
            Problem(message, fix());
    }

    public NodeReader Child(MapEntry entry, bool isGuessed = false) =>
        new(
            Session,
            entry.Value,
            entry.Key,
            path.Length == 0 ? NodeText.Key(entry.Key.Text) : $"{path}.{NodeText.Key(entry.Key.Text)}",
            isGuessed
        );

    /// <summary>The value as a mapping in which only these keys may be.</summary>
    public MapReader Map(IReadOnlyList<string> keys)
    {
        if (Node is not MapNode map)
        {
            Problem($"must be a mapping with {string.Join(", ", keys)}{NodeText.Instead(Node)}");
            return new MapReader(this, null, new Dictionary<string, MapEntry>());
        }
        var meant = new Dictionary<string, MapEntry>();
        foreach (var entry in map.Entries.Where(entry => !keys.Contains(entry.Key.Text)))
        {
            Unknown(entry.Key, "key", keys);
            if (Suggestion.Nearest(entry.Key.Text, keys) is { } key)
                meant.TryAdd(key, entry);
        }

        return new MapReader(this, map, meant);
    }

    /// <summary>The value as a mapping whose keys are names of the user's choice.</summary>
    public IEnumerable<(ScalarNode Key, NodeReader Value)> Entries(string what)
    {
        if (Node is MapNode map)
            return map.Entries.Select(entry => (entry.Key, Child(entry)));
        Problem($"must be a mapping of {what}{NodeText.Instead(Node)}");
        return [];
    }

    /// <summary>The value as a list.</summary>
    public IEnumerable<NodeReader> Items(string what, string? fix = null)
    {
        if (Node is ListNode list)
            return list.Items.Select((item, index) => new NodeReader(Session, item, item, $"{path}[{index}]"));
        Problem($"must be a list of {what}{NodeText.Instead(Node)}", fix);
        return [];
    }

    /// <summary>The value as a text, variables filled in.</summary>
    public string Text() => Expanded(text => text) ?? "";

    /// <summary>The value as a text that may hold placeholders, variables filled in.</summary>
    public string Template(PlaceholderScope scope)
    {
        var text = Expanded(Placeholders.Escape) ?? "";
        Session.Templates.Add(new Template(this, text, scope));
        return text;
    }

    /// <summary>The value as one of these words.</summary>
    public string OneOf(IReadOnlyList<string> words)
    {
        var text = Text();
        Check(words.Contains(text), $"{Quoted} is unknown", () => Suggestion.For(text, words));
        return text;
    }

    public bool Boolean()
    {
        var text = Text();
        Check(text is "true" or "false", $"{Quoted} is not a boolean", "Write true or false");
        return text == "true";
    }

    public int Integer(int from, int to)
    {
        var isInteger = int.TryParse(Text(), NumberStyles.None, CultureInfo.InvariantCulture, out var number);
        Check(isInteger && number >= from && number <= to, $"{Quoted} is not a whole number from {from} to {to}");
        return number;
    }

    /// <summary>The value as a duration within bounds; without a lower bound, it must be more than nothing.</summary>
    public TimeSpan Duration(TimeSpan? from = null, TimeSpan? to = null)
    {
        var isDuration = DurationText.TryParse(Text(), out var duration);
        Check(isDuration, $"{Quoted} is not a duration of at most 24h", "Write a number with a unit: 250ms, 5s, 2m or 1h");
        Check(duration >= (from ?? TimeSpan.FromTicks(1)), $"{Quoted} is too short", "Write more than 0s");
        Check(to is null || duration <= to, $"{Quoted} is too long", $"At most {to?.TotalSeconds:0}s");
        return duration;
    }

    /// <summary>The value as a regular expression, placeholders allowed.</summary>
    public string Pattern(PlaceholderScope scope)
    {
        var pattern = Template(scope);
        try
        {
            _ = new Regex(Placeholders.Sample(pattern));
        }
        catch (RegexParseException exception)
        {
            Problem($"{Quoted} is not a regular expression: {exception.Message.Split(". ")[^1].TrimEnd('.')}");
        }
        return pattern;
    }

    /// <summary>The value as a JSON path.</summary>
    public string JsonPath()
    {
        var text = Text();
        Check(
            Configuration.JsonPath.TryParse(text) is not null,
            $"{Quoted} is not a JSON path",
            "Write $.name, $.items[0].name or $['odd name']"
        );
        return text;
    }

    /// <summary>The value as an existing folder, as a full path.</summary>
    public string Folder()
    {
        var full = Path.GetFullPath(Text(), Session.Directory);
        Check(System.IO.Directory.Exists(full), $"folder {Quoted} does not exist", $"Looked for {full}");
        return full;
    }

    /// <summary>The value as an existing file, as a full path.</summary>
    public string File()
    {
        var full = Path.GetFullPath(Text(), Session.Directory);
        Check(System.IO.File.Exists(full), $"file {Quoted} does not exist", $"Looked for {full}");
        return full;
    }

    /// <summary>A word of the user's that is none of the known ones.</summary>
    public void Unknown(ScalarNode word, string what, IReadOnlyCollection<string> known) =>
        new NodeReader(Session, word, word, path).Problem($"unknown {what} {NodeText.Quote(word.Text)}", Suggestion.For(word.Text, known));

    /// <summary>The value as it is written, for messages. What the environment holds may be secret and is not shown.</summary>
    public string Quoted =>
        Node is ScalarNode scalar
            ? NodeText.Quote(scalar.Text) + (scalar.Text.Contains("${", StringComparison.Ordinal) ? " (filled from the environment)" : "")
            : "it";

    private string? Expanded(Func<string, string> escape)
    {
        if (Node is ScalarNode { IsNull: false } scalar)
            return WithoutNul(Session.Variables.Expand(scalar.Text, escape, Problem));
        Problem(
            $"must be a single value{NodeText.Instead(Node)}",
            NodeText.IsUnquotedPlaceholder(Node) ? "Quote placeholders: \"{port}\"" : null
        );
        return null;
    }

    private string WithoutNul(string text)
    {
        if (!text.Contains('\0', StringComparison.Ordinal))
            return text;
        Problem("holds a NUL character, which no command, path or variable can carry");
        return "";
    }
}
