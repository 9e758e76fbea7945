using System.Text.Json;

namespace Docker.DotNet.Internal;

/// <summary>The query of a request, in the engine's spelling: numbers and flags as text, maps as JSON.</summary>
internal sealed class Query
{
    private readonly List<string> _parts = [];

    public Query Add(string name, string value)
    {
        if (value is not null)
        {
            _parts.Add($"{name}={Uri.EscapeDataString(value)}");
        }

        return this;
    }

    public Query Add(string name, bool? value) => Add(name, value is null ? null : value.Value ? "1" : "0");

    public Query Add(string name, uint? value) => Add(name, value?.ToString(System.Globalization.CultureInfo.InvariantCulture));

    public Query Add(string name, IEnumerable<string> values)
    {
        foreach (var value in values ?? [])
        {
            Add(name, value);
        }

        return this;
    }

    public Query AddJson<T>(string name, T value) => Add(name, value is null ? null : JsonSerializer.Serialize(value));

    public override string ToString() => _parts.Count == 0 ? "" : "?" + string.Join('&', _parts);
}
