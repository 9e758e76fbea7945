using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace GoldenPath.Configuration.Reading;

/// <summary>Composes the nodes of the one document in a YAML text. YamlDotNet's own model knows neither the line of a
/// duplicate key, nor a limit for nesting and for what aliases expand to.</summary>
/// <param name="text">The YAML text.</param>
/// <param name="problems">Where problems are collected.</param>
internal sealed class NodeComposer(string text, ProblemList problems)
{
    private const int DeepestNesting = 64;
    private const int MostNodes = 20_000;

    private readonly YamlEvents _events = new(text, problems);
    private readonly Dictionary<AnchorName, (Node Node, int Size)> _anchors = [];
    private int _size;

    /// <exception cref="ConfigurationException">The text is not one YAML document.</exception>
    public Node Compose()
    {
        _events.Next<StreamStart>();
        if (_events.Current is StreamEnd)
            throw problems.Fatal(1, 1, "the file is empty", "Declare at least services: and scenarios:");
        _events.Next<DocumentStart>();
        var root = Compose(0);
        _events.Next<DocumentEnd>();
        if (_events.Current is DocumentStart second)
            throw Fatal(second, "a second document begins here; a file holds one pipeline", "Move it to a file of its own");
        return root;
    }

    private Node Compose(int depth)
    {
        var start = _events.Current;
        if (depth > DeepestNesting)
            throw Fatal(start, $"nested deeper than {DeepestNesting} levels");
        Count(1, start);
        var before = _size;
        var node = start switch
        {
            AnchorAlias alias => Alias(alias),
            Scalar scalar => Scalar(scalar),
            SequenceStart => List(depth),
            _ => Map(depth),
        };
        if (start is NodeEvent { Anchor.IsEmpty: false } anchored)
            _anchors[anchored.Anchor] = (node, 1 + _size - before);
        return node;
    }

    private Node Alias(AnchorAlias alias)
    {
        if (!_anchors.TryGetValue(alias.Value, out var anchor))
            throw Fatal(alias, $"alias '*{alias.Value}' comes before its anchor '&{alias.Value}', or has none");
        _events.Next<AnchorAlias>();
        Count(anchor.Size, alias);
        return anchor.Node;
    }

    private ScalarNode Scalar(Scalar scalar)
    {
        _events.Next<Scalar>();
        return new ScalarNode(Line(scalar), Column(scalar), scalar.Value, scalar.Style is ScalarStyle.Plain && !IsTagged(scalar));
    }

    private ListNode List(int depth)
    {
        var start = _events.Next<SequenceStart>();
        IsTagged(start);
        var items = new List<Node>();
        while (_events.Current is not SequenceEnd)
            items.Add(Compose(depth + 1));
        _events.Next<SequenceEnd>();
        return new ListNode(Line(start), Column(start), items);
    }

    private MapNode Map(int depth)
    {
        var start = _events.Next<MappingStart>();
        IsTagged(start);
        var entries = new MapEntries(problems);
        while (_events.Current is not MappingEnd)
        {
            var key = _events.Current;
            if (Compose(depth + 1) is not ScalarNode name)
                throw Fatal(key, "a key must be a text, not a list or a mapping", "Quote it if it is a placeholder: \"{port}\"");
            entries.Add(name with { Line = Line(key), Column = Column(key) }, Compose(depth + 1));
        }
        _events.Next<MappingEnd>();
        return new MapNode(Line(start), Column(start), entries.Merged());
    }

    /// <summary>Whether the node is declared as a string; any other tag has no meaning here.</summary>
    private bool IsTagged(NodeEvent node)
    {
        if (node.Tag.IsEmpty)
            return false;
        if (node.Tag.IsNonSpecific || node.Tag.Value == "tag:yaml.org,2002:str")
            return true;
        problems.Add(Line(node), Column(node), $"tag '{node.Tag.Value}' has no meaning here", "Remove it");
        return true;
    }

    private void Count(int nodes, ParsingEvent at)
    {
        _size += nodes;
        if (_size > MostNodes)
            throw Fatal(at, $"the file, with its aliases expanded, has more than {MostNodes:N0} values", "Repeat less");
    }

    private ConfigurationException Fatal(ParsingEvent at, string message, string? fix = null) =>
        problems.Fatal(Line(at), Column(at), message, fix);

    private static int Line(ParsingEvent at) => (int)at.Start.Line;

    private static int Column(ParsingEvent at) => (int)at.Start.Column;
}
