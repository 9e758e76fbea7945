using System.Text.Json.Serialization;
using GoldenPath.Guard.Leases;
using GoldenPath.Guard.Protocol;

namespace GoldenPath.Guard;

/// <summary>How leases and messages are written: generated code, so that the guard starts without reflection.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(Lease))]
[JsonSerializable(typeof(GuardCommand))]
[JsonSerializable(typeof(GuardReport))]
internal sealed partial class GuardJson : JsonSerializerContext;
