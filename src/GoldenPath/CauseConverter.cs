using System.Text.Json;
using System.Text.Json.Serialization;

namespace GoldenPath;

/// <summary>Reads and writes a cause as its name.</summary>
internal sealed class CauseConverter : JsonConverter<Cause>
{
    public override Cause Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        new(reader.GetString() ?? Causes.Unknown);

    public override void Write(Utf8JsonWriter writer, Cause value, JsonSerializerOptions options) => writer.WriteStringValue(value.Name);
}
