using System.Buffers;
using System.Text.Json;
using GoldenPath.Guard.Processes;

namespace GoldenPath.Guard.Leases;

/// <summary>Writes and reads JSON by hand: the serializer's metadata, even generated, costs a short-lived process more time than all
/// its other work.</summary>
internal static class JsonText
{
    public static byte[] Write(Action<Utf8JsonWriter> content, bool isLine)
    {
        var text = new ArrayBufferWriter<byte>(1024);
        using (var json = new Utf8JsonWriter(text))
        {
            json.WriteStartObject();
            content(json);
            json.WriteEndObject();
        }
        if (isLine)
        {
            text.Write("\n"u8);
        }
        return text.WrittenSpan.ToArray();
    }

    /// <exception cref="JsonException">It is no JSON, or lacks what it must hold.</exception>
    public static T Read<T>(ReadOnlyMemory<byte> text, Func<JsonElement, T> content)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            return content(document.RootElement);
        }
        catch (Exception e) when (e is KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw new JsonException($"it lacks something, or holds it in another form ({e.Message})", e);
        }
    }

    public static void WriteObject(this Utf8JsonWriter json, string name, Action<Utf8JsonWriter> content)
    {
        json.WriteStartObject(name);
        content(json);
        json.WriteEndObject();
    }

    public static void WriteStrings(this Utf8JsonWriter json, string name, IEnumerable<string> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values)
        {
            json.WriteStringValue(value);
        }
        json.WriteEndArray();
    }

    public static void WriteMap(this Utf8JsonWriter json, string name, IReadOnlyDictionary<string, string> values)
    {
        json.WriteStartObject(name);
        foreach (var (key, value) in values)
        {
            json.WriteString(key, value);
        }
        json.WriteEndObject();
    }

    public static void WriteNumber(this Utf8JsonWriter json, string name, int? value)
    {
        if (value is { } number)
        {
            json.WriteNumber(name, number);
        }
    }

    public static void WriteProcess(this Utf8JsonWriter json, string name, ProcessIdentity process)
    {
        json.WriteStartObject(name);
        json.WriteNumber("pid", process.Pid);
        json.WriteNumber("startTime", process.StartTime);
        json.WriteEndObject();
    }

    public static string Text(this JsonElement json, string name) =>
        json.GetProperty(name).GetString() ?? throw new KeyNotFoundException($"'{name}' is null");

    public static string? TextOrNull(this JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) ? value.GetString() : null;

    public static int Number(this JsonElement json, string name) => json.GetProperty(name).GetInt32();

    public static int? NumberOrNull(this JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value.GetInt32() : null;

    public static ProcessIdentity Process(this JsonElement json, string name)
    {
        var value = json.GetProperty(name);
        return new(value.Number("pid"), value.GetProperty("startTime").GetInt64());
    }

    public static IReadOnlyList<string> Strings(this JsonElement json, string name) => json.List(name, value => value.GetString() ?? "");

    public static IReadOnlyList<T> List<T>(this JsonElement json, string name, Func<JsonElement, T> read)
    {
        List<T> list = [];
        foreach (var value in json.GetProperty(name).EnumerateArray())
        {
            list.Add(read(value));
        }
        return list;
    }

    public static IReadOnlyDictionary<string, string> Map(this JsonElement json, string name)
    {
        var map = new Dictionary<string, string>();
        foreach (var value in json.GetProperty(name).EnumerateObject())
        {
            map[value.Name] = value.Value.GetString() ?? "";
        }
        return map;
    }
}
