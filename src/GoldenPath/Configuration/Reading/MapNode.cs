namespace GoldenPath.Configuration.Reading;

/// <summary>Keys with their values, each key once, in the order of the file.</summary>
internal sealed record MapNode(int Line, int Column, IReadOnlyList<MapEntry> Entries) : Node(Line, Column)
{
    public MapEntry? Find(string key) => Entries.FirstOrDefault(entry => entry.Key.Text == key);
}
