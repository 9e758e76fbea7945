using System.Text.Json;

namespace GoldenPath.Guard.Protocol;

/// <summary>Where a service answers, as the owner found out.</summary>
internal sealed record ServiceEndpoint(string Name, string Endpoint)
{
    public void Write(Utf8JsonWriter json)
    {
        json.WriteString("name", Name);
        json.WriteString("endpoint", Endpoint);
    }
}
