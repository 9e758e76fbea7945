namespace GoldenPath.Configuration.Reading;

/// <summary>Reads a mapping with known keys.</summary>
/// <param name="self">The value that is the mapping.</param>
/// <param name="map">Its keys; <c>null</c> where the value was no mapping and that has been said.</param>
/// <param name="meant">Misspelt keys, which has been said, under those that they were probably meant to be: nothing else is said to be missing for them.</param>
internal sealed class MapReader(NodeReader self, MapNode? map, IReadOnlyDictionary<string, MapEntry> meant)
{
    public NodeReader Self { get; } = self;

    /// <summary>Whether the value was a mapping at all.</summary>
    public bool IsMap => map is not null;

    public bool Has(string key) => Find(key) is not null;

    /// <summary>The value of a key; <c>null</c> where it is not given.</summary>
    public NodeReader? Find(string key) =>
        map?.Find(key) is { } entry ? Self.Child(entry)
        : meant.GetValueOrDefault(key) is { } misspelt ? Self.Child(misspelt, isGuessed: true)
        : null;

    /// <summary>The value of a key that must be given.</summary>
    public NodeReader? Require(string key, string fix)
    {
        if (IsMap && !Has(key))
            Self.Problem($"'{key}' is missing", fix);
        return Find(key);
    }
}
