using System.Text;
using FsCheck;
using FsCheck.Fluent;
using GoldenPath.Configuration;
using GoldenPath.Scenarios;
using GoldenPath.Scenarios.Events;
using GoldenPath.Scenarios.Judging;
using GoldenPath.Scenarios.Recording;

namespace GoldenPath.Tests.Scenarios.Judging;

/// <summary>Makes up legal sessions, and has sessions judged.</summary>
internal static class Sessions
{
    public const string Nonce = "gp00c0ffee-1-0123456789abcdef";
    private const string Outer = "supervisor";
    private static readonly string[] Noises = ["heartbeat", "ack", "pong", "status_update", "something_new"];

    /// <summary>Any legal session: tools in parallel, inner agents, repeated thoughts, noise, several envelopes, in any order that is allowed.</summary>
    public static Gen<Step[]> Legal(int mostInner = 2) =>
        from thoughts in Gen.Choose(1, 3)
        from tools in Gen.Choose(1, 3)
        from inner in Gen.Choose(0, mostInner)
        from noise in Gen.Choose(0, 5)
        from order in Gen.Choose(0, int.MaxValue).ArrayOf(40)
        select Stamped(
            [
                new Step("agent_started") { Agent = Outer },
                .. Merged(Strands(thoughts, tools, inner, noise, order), order),
                End,
                .. Noise(noise / 2, order),
            ],
            order
        );

    /// <summary>A legal session of the profile agent-strict.</summary>
    public static Gen<Step[]> Strict() =>
        from order in Gen.Choose(0, int.MaxValue).ArrayOf(10)
        select Stamped(
            [
                new Step("agent_started") { Agent = Outer },
                new Step("agent_thinking") { Agent = Outer },
                Tool("tool_executing", 1),
                Tool("tool_completed", 1),
                End,
            ],
            order
        );

    /// <summary>Judges sessions that ran side by side, each from its own frame 1000, 2000, … on.</summary>
    public static IReadOnlyList<Violation> Judged(ExpectDefinition expect, params Step[][] users) =>
        [.. Judge.Judged([.. users.Select((steps, index) => Record(index + 1, steps))], expect).SelectMany(session => session.Violations)];

    public static int IndexOf(Step[] steps, string type) => Array.FindIndex(steps, step => step.Type == type);

    public static Step[] Without(Step[] steps, int index) => [.. steps[..index], .. steps[(index + 1)..]];

    public static Step[] With(Step[] steps, int index, Step step) => [.. steps[..index], step, .. steps[index..]];

    public static Step[] Moved(Step[] steps, int from, int to) => With(Without(steps, from), to, steps[from]);

    public static Step[] Changed(Step[] steps, int index, Func<Step, Step> change) =>
        [.. steps[..index], change(steps[index]), .. steps[(index + 1)..]];

    /// <summary>The same session for another user.</summary>
    public static Step[] OfUser(Step[] steps, int user) =>
        [
            .. steps.Select(step =>
                step with
                {
                    Run = step.Run is null ? null : $"run-{user}",
                    Answer = step.Answer?.Replace("gp00c0ffee-1-", $"gp00c0ffee-{user}-", StringComparison.Ordinal),
                }
            ),
        ];

    private static Step End => new("agent_completed") { Agent = Outer, Answer = $"42, for {Nonce}" };

    private static SessionRecord Record(int user, Step[] steps)
    {
        var normalizer = new EventNormalizer(mark: new NonceMark("gp00c0ffee-"));
        var (frame, at) = (1000 * user, TimeSpan.Zero);
        var events = new List<AgentEvent>();
        foreach (var step in steps)
        {
            at += TimeSpan.FromMilliseconds(step.Gap);
            events.AddRange(normalizer.Read(Encoding.UTF8.GetBytes(step.Message().ToJsonString()), new FrameStamp(++frame, at)));
        }

        return new SessionRecord
        {
            User = user,
            Trigger = new Trigger(1000 * user, TimeSpan.Zero, Nonce.Replace("-1-", $"-{user}-", StringComparison.Ordinal)),
            Events = events,
            End = new SessionEnd(SessionEndReason.Watched, at + TimeSpan.FromSeconds(20)),
        };
    }

    private static Step Tool(string type, int number) => new(type) { Tool = $"tool-{number % 2}", Execution = $"execution-{number}" };

    private static IEnumerable<Step> Noise(int count, int[] order) =>
        Enumerable.Range(0, count).Select(index => new Step(Noises[order[index] % Noises.Length]) { Run = null });

    private static List<Queue<Step>> Strands(int thoughts, int tools, int inner, int noise, int[] order)
    {
        var strands = new List<Queue<Step>>
        {
            new(Enumerable.Repeat(new Step("agent_thinking") { Agent = Outer }, thoughts)),
            new(Noise(noise, order)),
        };
        strands.AddRange(
            Enumerable.Range(1, tools).Select(number => new Queue<Step>([Tool("tool_executing", number), Tool("tool_completed", number)]))
        );
        strands.AddRange(Enumerable.Range(1, inner).Select(number => new Queue<Step>(Inner(number, ends: order[number] % 2 == 0))));
        return strands;
    }

    private static Step[] Inner(int number, bool ends)
    {
        var agent = $"helper-{number}";
        Step[] steps =
        [
            new Step("agent_started") { Agent = agent },
            new Step("agent_thinking") { Agent = agent },
            new Step("agent_completed") { Agent = agent },
        ];
        return ends ? steps : steps[..2];
    }

    private static IEnumerable<Step> Merged(List<Queue<Step>> strands, int[] order)
    {
        for (var index = 0; strands.Any(strand => strand.Count > 0); index++)
        {
            var open = strands.FindAll(strand => strand.Count > 0);
            yield return open[order[index % order.Length] / 7 % open.Count].Dequeue();
        }
    }

    private static Step[] Stamped(IEnumerable<Step> steps, int[] order) =>
        [
            .. steps.Select(
                (step, index) => step with { Gap = order[index % order.Length] % 900, Envelope = order[(index + 3) % order.Length] / 11 }
            ),
        ];
}
