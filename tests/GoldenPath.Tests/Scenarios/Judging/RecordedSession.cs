using System.Text.Json;
using System.Text.Json.Nodes;
using GoldenPath.Configuration;
using GoldenPath.Scenarios.Events;
using GoldenPath.Scenarios.Judging;
using GoldenPath.Scenarios.Recording;

namespace GoldenPath.Tests.Scenarios.Judging;

/// <summary>A recorded scenario: lines as in <c>frames.jsonl</c>, after a first one with what is expected and the verdict that a person would give.</summary>
/// <remarks>Less to write than in the real file: the number of a frame is its line, <c>user</c> and <c>connection</c> default to 1, <c>dir</c> to
/// <c>in</c>, <c>type</c> to <c>text</c>; a text that is JSON may stand there as it is; and a line of the type <c>end</c> ends a record.</remarks>
internal sealed class RecordedSession
{
    private readonly JsonNode _head;
    private readonly List<(int Frame, JsonNode Line)> _lines;

    public RecordedSession(string file)
    {
        var lines = File.ReadLines(file).Select(line => JsonNode.Parse(line)!).ToList();
        _head = lines[0];
        _lines = [.. lines.Index().Skip(1).Select(line => (line.Index + 1, line.Item))];
    }

    public IEnumerable<JsonNode> Lines => _lines.Select(line => line.Line);

    public JsonNode Verdict => _head["verdict"]!;

    public ExpectDefinition Expect => Expectations.Read(_head["expect"]);

    private EnvelopeDefinition? Envelope => _head["expect"]?["envelope"].Deserialize<EnvelopeDefinition>(JsonSerializerOptions.Web);

    public IReadOnlyList<JudgedSession> Judged() =>
        Judge.Judged(
            [.. _lines.GroupBy(line => (int?)line.Line["user"] ?? 1).OrderBy(user => user.Key).Select(user => Record(user.Key, [.. user]))],
            Expect
        );

    private SessionRecord Record(int user, IReadOnlyList<(int Frame, JsonNode Line)> lines)
    {
        var normalizer = new EventNormalizer(Envelope, new NonceMark("gp00c0ffee-"));
        var (frame, trigger) = lines.First(line => line.Line["trigger"] is not null);
        return new SessionRecord
        {
            User = user,
            Trigger = new Trigger(frame, At(trigger), (string?)trigger["nonce"]),
            Events = [.. lines.Where(line => line.Line["dir"] is null).SelectMany(line => Events(normalizer, line.Frame, line.Line))],
            End =
                lines.Select(line => End(line.Frame, line.Line)).FirstOrDefault(end => end is not null)
                ?? new SessionEnd(SessionEndReason.Watched, At(lines[^1].Line) + TimeSpan.FromMilliseconds(250)),
        };
    }

    private static IEnumerable<AgentEvent> Events(EventNormalizer normalizer, int frame, JsonNode line)
    {
        var stamp = new FrameStamp(frame, At(line), (int?)line["connection"] ?? 1);
        return (string?)line["type"] switch
        {
            null or "text" => normalizer.Read(Bytes(line["text"]!), stamp),
            "binary" when normalizer.ReadsBinary => normalizer.Read(Bytes(line["text"]!), stamp),
            "binary" => [EventNormalizer.Malformed("binary", stamp)],
            _ => [],
        };
    }

    private static byte[] Bytes(JsonNode text) =>
        System.Text.Encoding.UTF8.GetBytes(text.GetValueKind() == JsonValueKind.String ? (string)text! : text.ToJsonString());

    private static SessionEnd? End(int frame, JsonNode line) =>
        (string?)line["type"] switch
        {
            "close" => new SessionEnd(SessionEndReason.Closed, At(line))
            {
                CloseCode = (int?)line["code"],
                Detail = (string?)line["text"],
                Frame = frame,
            },
            "abort" => new SessionEnd(SessionEndReason.Dropped, At(line)) { Detail = (string?)line["text"], Frame = frame },
            "end" => new SessionEnd((string?)line["text"] == "budget" ? SessionEndReason.Budget : SessionEndReason.Watched, At(line)),
            _ => null,
        };

    private static TimeSpan At(JsonNode line) => TimeSpan.FromMilliseconds((double)line["ms"]!);
}
