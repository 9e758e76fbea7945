#nullable enable
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Octokit.Internal;

/// <summary>Reads an enumeration that may hold values of a later API.</summary>
internal sealed class StringEnumConverter : JsonConverterFactory
{
    public override bool CanConvert(Type typeToConvert) =>
        typeToConvert.IsGenericType && typeToConvert.GetGenericTypeDefinition() == typeof(StringEnum<>);

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        (JsonConverter)Activator.CreateInstance(typeof(Converter<>).MakeGenericType(typeToConvert.GetGenericArguments()))!;

#pragma warning disable CA1812 // Never instantiated: reflection does.
    private sealed class Converter<T> : JsonConverter<StringEnum<T>>
        where T : struct
    {
        public override StringEnum<T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => new(reader.GetString()!);

        public override void Write(Utf8JsonWriter writer, StringEnum<T> value, JsonSerializerOptions options) => writer.WriteStringValue(value.StringValue);
    }
#pragma warning restore CA1812
}
