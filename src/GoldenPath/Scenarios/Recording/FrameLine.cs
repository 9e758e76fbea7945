using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace GoldenPath.Scenarios.Recording;

/// <summary>The form of a line of <c>frames.jsonl</c>.</summary>
internal static class FrameLine
{
    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private const int MostKept = 64 * 1024;

    [ThreadStatic]
    private static ArrayBufferWriter<byte>? _buffer;

    [ThreadStatic]
    private static Utf8JsonWriter? _writer;

    /// <summary>A line less its beginning, which holds the number that it gets when it is written: <c>{"n":17,</c>. Valid until the thread formats another.</summary>
    public static ReadOnlySpan<byte> Format(in FrameEntry entry, Func<string, string> redact)
    {
        var buffer = _buffer is { Capacity: <= MostKept } used ? used : _buffer = new(1024);
        var json = _writer ??= new(buffer, Readable);
        buffer.ResetWrittenCount();
        json.Reset(buffer);
        json.WriteStartObject();
        json.WriteString("scenario", entry.Session.Scenario);
        json.WriteNumber("user", entry.Session.User);
        json.WriteNumber("connection", entry.Connection);
        json.WriteNumber("ms", Math.Round(entry.At.TotalMilliseconds, 3));
        json.WriteString("dir", entry.Direction == FrameDirection.In ? "in" : "out");
        json.WriteString("type", Name(entry.Type));
        json.WriteNumber("size", entry.Size);
        WriteWhereKnown(json, entry, redact);
        json.WriteEndObject();
        json.Flush();
        buffer.Write("\n"u8);
        return buffer.WrittenSpan[1..];
    }

    private static void WriteWhereKnown(Utf8JsonWriter json, in FrameEntry entry, Func<string, string> redact)
    {
        if (entry.IsTrigger)
        {
            json.WriteBoolean("trigger", true);
        }

        if (entry.Nonce is not null)
        {
            json.WriteString("nonce", entry.Nonce);
        }

        if (entry.Code is { } code)
        {
            json.WriteNumber("code", code);
        }

        if (entry.IsCut)
        {
            json.WriteBoolean("cut", true);
        }

        if (entry.Text is not null)
        {
            json.WriteString("text", redact(entry.Text));
        }
    }

    private static string Name(FrameType type) =>
        type switch
        {
            FrameType.Text => "text",
            FrameType.Binary => "binary",
            FrameType.Open => "open",
            FrameType.Refused => "refused",
            FrameType.Close => "close",
            _ => "abort",
        };
}
