using System.Text;
using FsCheck;
using FsCheck.Fluent;
using GoldenPath.Configuration;
using GoldenPath.Scenarios.Events;
using GoldenPath.Scenarios.Judging;
using GoldenPath.Scenarios.Recording;

namespace GoldenPath.Tests.Scenarios.Judging;

/// <summary>Whatever a server sends, it is an event, and judging it never fails.</summary>
[Trait(Speed.Name, Speed.Quick)]
public sealed class GarbageSpecs
{
    private static readonly string[] Pieces =
    [
        "{",
        "}",
        "[",
        "]",
        ":",
        ",",
        "null",
        "true",
        "1e999",
        "-0",
        "\"type\"",
        "\"agent_started\"",
        "\"agent_completed\"",
        "\"event_batch\"",
        "\"events\"",
        "\"data\"",
        "\"payload\"",
        "\"run_id\"",
        "\"timestamp\"",
        "\"\\ud800\"",
        "\"system_message\"",
        "\"event\"",
        "\"error\"",
        "\"\"",
        " ",
        "\u0000",
        "\"TEXT_MESSAGE_CONTENT\"",
        "\"delta\"",
    ];

    private static readonly string[] Values =
    [
        "null",
        "true",
        "[]",
        "{}",
        "[{}]",
        "\"\"",
        "\"x\"",
        "1e308",
        "-1",
        "\"\\ud800\"",
        "{\"a\":[1]}",
        "{\"agent_started\":[1,null,{}]}",
        "[[]]",
    ];
    private static readonly string[] Types =
    [
        "agent_started",
        "agent_thinking",
        "tool_executing",
        "tool_completed",
        "agent_completed",
        "error",
        "event_batch",
        "system_message",
        "agent_progress",
        "stream_chunk",
        "RUN_FINISHED",
    ];
    private static readonly string[] Names =
    [
        "data",
        "payload",
        "event",
        "events",
        "run_id",
        "agent_name",
        "execution_id",
        "timestamp",
        "error",
        "message",
        "code",
        "final_response",
        "delta",
    ];

    private static Gen<string> JsonLike => Gen.Elements(Pieces).ListOf().Select(string.Concat);

    private static Gen<string> OddlyTyped =>
        from type in Gen.Elements(Types)
        from name in Gen.Elements(Names)
        from value in Gen.Elements(Values)
        from other in Gen.Elements(Names)
        from otherValue in Gen.Elements(Values)
        select $$"""{"type":"{{type}}","{{name}}":{{value}},"{{other}}":{{otherValue}}}""";

    [Fact]
    public void Any_bytes_can_be_read() =>
        Prop.ForAll(Gen.Choose(0, 255).Select(one => (byte)one).ArrayOf().ToArbitrary(), bytes => Judges([bytes])).Check(Thorough);

    [Fact]
    public void Any_pieces_of_JSON_can_be_read() =>
        Prop.ForAll(JsonLike.ToArbitrary(), text => Judges([Encoding.UTF8.GetBytes(text)])).Check(Thorough);

    [Fact]
    public void Any_types_of_the_fields_can_be_read() =>
        Prop.ForAll(OddlyTyped.ListOf().ToArbitrary(), texts => Judges([.. texts.Select(Encoding.UTF8.GetBytes)])).Check(Thorough);

    private static Config Thorough => Config.QuickThrowOnFailure.WithMaxTest(2000);

    private static bool Judges(IReadOnlyList<byte[]> frames)
    {
        var normalizer = new EventNormalizer(
            new EnvelopeDefinition("$.data.event", "$.data", new Dictionary<string, string>()),
            new NonceMark("gp00c0ffee-")
        );
        var events = frames
            .SelectMany(
                (frame, index) =>
                {
                    var read = normalizer.Read(frame, new FrameStamp(index + 2, TimeSpan.FromSeconds(index)));
                    Assert.NotEmpty(read);
                    return read;
                }
            )
            .ToList();
        var record = new SessionRecord
        {
            Trigger = new Trigger(1, TimeSpan.Zero, "gp00c0ffee-1-00"),
            Events = events,
            End = new SessionEnd(SessionEndReason.Watched, TimeSpan.FromHours(1)),
        };
        return Judge.Judged([record], new ExpectDefinition()) is [{ Violations.Count: > 0 }];
    }
}
