using System.Runtime.Serialization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Octokit.Internal;

public class SimpleJsonSerializer : IJsonSerializer
{
    private static readonly JsonSerializerOptions Format = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower), new StringEnumConverter() },
    };

    public string Serialize(object item) => JsonSerializer.Serialize(item, Format);

    public T Deserialize<T>(string json)
    {
        try
        {
            return JsonSerializer.Deserialize<T>(json, Format);
        }
        catch (JsonException e)
        {
            throw new SerializationException("Invalid JSON string", e);
        }
    }
}
