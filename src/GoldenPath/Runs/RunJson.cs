using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using GoldenPath.Guard.Leases;

namespace GoldenPath.Runs;

/// <summary>How a result is written as run.json, and read again.</summary>
internal static class RunJson
{
    /// <summary>One line, camel case, enums as words.</summary>
    public static JsonSerializerOptions Compact { get; } = Options(indented: false);

    /// <summary>The same, for people.</summary>
    public static JsonSerializerOptions Indented { get; } = Options(indented: true);

    /// <summary>Writes a result: the whole file or none of it.</summary>
    /// <exception cref="IOException">The disk does not take it.</exception>
    public static void Write(string path, RunResult result) =>
        AtomicFile.Write(
            path,
            stream =>
            {
                JsonSerializer.Serialize(stream, result, Indented);
                stream.WriteByte((byte)'\n');
            }
        );

    /// <summary>Reads a result; <c>null</c> where there is none that can be read.</summary>
    public static RunResult? TryRead(string path)
    {
        try
        {
            using var stream = File.OpenRead(path);
            return JsonSerializer.Deserialize<RunResult>(stream, Indented);
        }
        catch (Exception problem) when (problem is IOException or JsonException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static JsonSerializerOptions Options(bool indented) =>
        new(JsonSerializerDefaults.Web)
        {
            WriteIndented = indented,
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
        };
}
