using System.Text.Encodings.Web;
using System.Text.Json;

namespace GoldenPath.Tests.Scenarios.Judging;

/// <summary>JSON as a person writes it: nothing is escaped that need not be.</summary>
internal static class RelaxedJson
{
    public static JsonSerializerOptions Options { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
