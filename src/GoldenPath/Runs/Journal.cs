using System.Text.Json;
using System.Text.Json.Nodes;

namespace GoldenPath.Runs;

/// <summary>Everything that happened in a run, in order, one JSON object a line, with monotonic milliseconds.</summary>
/// <remarks>Each line is written whole and at once, so that a run killed at any moment leaves readable lines. A disk that takes no
/// more ends the journal, never the run: the first such error is kept in <see cref="Problem"/>.</remarks>
internal sealed class Journal : IDisposable
{
    private readonly Lock _gate = new();
    private readonly RunClock _clock;
    private readonly Func<string, string> _redact;
    private readonly FileStream _file;

    /// <summary>Opens the journal of a run; what an earlier command wrote stays.</summary>
    /// <param name="path">The file.</param>
    /// <param name="clock">The run's time.</param>
    /// <param name="redact">Takes secrets out of a text.</param>
    /// <exception cref="IOException">The file cannot be opened.</exception>
    public Journal(string path, RunClock clock, Func<string, string> redact)
    {
        _clock = clock;
        _redact = redact;
        Line = File.Exists(path) ? File.ReadLines(path).Count() : 0;
        _file = new FileStream(path, FileMode.Append, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
    }

    /// <summary>How many lines it has; the number of the last one.</summary>
    public int Line { get; private set; }

    /// <summary>Why it could not be written to its end; <c>null</c> where it could.</summary>
    public string? Problem { get; private set; }

    /// <summary>Adds an entry and tells its line.</summary>
    /// <param name="kind">What happened: <c>stage</c>, <c>service</c>, <c>signal</c>, …</param>
    /// <param name="text">It, in words.</param>
    /// <param name="facts">Further fields.</param>
    public int Write(string kind, string text, params IEnumerable<(string Name, JsonNode? Value)> facts)
    {
        lock (_gate)
        {
            var entry = new JsonObject
            {
                ["ms"] = Math.Round(_clock.Elapsed.TotalMilliseconds, 1),
                ["kind"] = kind,
                ["text"] = _redact(text),
            };
            foreach (var (name, value) in facts)
            {
                entry[name] = Redacted(value);
            }

            Append(JsonSerializer.SerializeToUtf8Bytes<JsonNode>(entry, RunJson.Compact));
            return Line;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _file.Dispose();

    private JsonNode? Redacted(JsonNode? value) =>
        value switch
        {
            null => null,
            JsonValue text when text.GetValueKind() == JsonValueKind.String => _redact(text.GetValue<string>()),
            JsonArray items => new JsonArray([.. items.Select(Redacted)]),
            JsonObject fields => new JsonObject(fields.Select(field => KeyValuePair.Create(field.Key, Redacted(field.Value)))),
            _ => value.DeepClone(),
        };

    private void Append(byte[] line)
    {
        try
        {
            _file.Write([.. line, (byte)'\n']);
            Line++;
        }
        catch (IOException problem)
        {
            Problem ??= problem.Message;
        }
    }
}
