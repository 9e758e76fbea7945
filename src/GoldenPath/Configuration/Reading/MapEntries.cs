namespace GoldenPath.Configuration.Reading;

/// <summary>Gathers the entries of a mapping: each key once, merge keys (<c>&lt;&lt;: *base</c>) filling in what is not given.</summary>
internal sealed class MapEntries(ProblemList problems)
{
    private readonly Dictionary<string, MapEntry> _entries = new(StringComparer.Ordinal);
    private readonly List<MapNode> _merged = [];

    public void Add(ScalarNode key, Node value)
    {
        if (key is { IsPlain: true, Text: "<<" })
            Merge(key, value);
        else if (_entries.TryGetValue(key.Text, out var first))
            problems.Add(
                key.Line,
                key.Column,
                $"duplicate key '{key.Text}', given before on line {first.Key.Line}",
                "Remove one of the two"
            );
        else
            _entries.Add(key.Text, new MapEntry(key, value));
    }

    /// <summary>All entries; of merged mappings the earlier ones win.</summary>
    public IReadOnlyList<MapEntry> Merged()
    {
        foreach (var entry in _merged.SelectMany(map => map.Entries))
            _entries.TryAdd(entry.Key.Text, entry);
        return [.. _entries.Values];
    }

    private void Merge(ScalarNode key, Node value)
    {
        var maps = value is ListNode list ? list.Items : [value];
        if (maps.All(map => map is MapNode))
            _merged.AddRange(maps.Cast<MapNode>());
        else
            problems.Add(key.Line, key.Column, "'<<' merges a mapping, or a list of them", "Write <<: *anchor");
    }
}
