using System.Text.Json;
using System.Text.Json.Serialization;
using Docker.DotNet.Models;

namespace Docker.DotNet.Internal;

/// <summary>The engine's words for restart policies; none at all is one of them.</summary>
#pragma warning disable CA1812 // The serializer makes it.
internal sealed class RestartPolicyKindConverter : JsonConverter<RestartPolicyKind>
#pragma warning restore CA1812
{
    private static readonly string[] Words = ["", "no", "always", "on-failure", "unless-stopped"];

    public override RestartPolicyKind Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        (RestartPolicyKind)Math.Max(0, Array.IndexOf(Words, reader.GetString()));

    public override void Write(Utf8JsonWriter writer, RestartPolicyKind value, JsonSerializerOptions options) =>
        writer.WriteStringValue(Words[(int)value]);
}
