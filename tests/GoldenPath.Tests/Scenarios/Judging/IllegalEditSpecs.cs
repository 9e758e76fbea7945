using FsCheck;
using FsCheck.Fluent;
using GoldenPath.Configuration;

namespace GoldenPath.Tests.Scenarios.Judging;

/// <summary>A single illegal edit of a legal session fails with the rule that fits. The number given to an edit chooses where it happens.</summary>
[Trait(Speed.Name, Speed.Quick)]
public sealed class IllegalEditSpecs
{
    private static readonly ExpectDefinition Agent = new() { ToolsRequired = true };
    private static readonly string[] FirstOfEach = ["agent_started", "agent_thinking", "tool_executing", "tool_completed"];

    [Fact]
    public void Dropping_the_start_is_missing() =>
        Fails(
            Sessions.Legal(mostInner: 0),
            (steps, _) => Sessions.Without(steps, Sessions.IndexOf(steps, "agent_started")),
            Causes.EventsMissing,
            "started-first"
        );

    [Fact]
    public void Dropping_every_thought_is_missing() =>
        Fails(
            Sessions.Legal(),
            (steps, _) => [.. steps.Where(step => step.Type != "agent_thinking")],
            Causes.EventsMissing,
            "thinking-present"
        );

    [Fact]
    public void Dropping_the_begin_or_end_of_a_tool_call_is_unbalanced() =>
        Fails(
            Sessions.Legal(),
            (steps, pick) => Sessions.Without(steps, AnyTool(steps, pick)),
            Causes.EventsUnbalancedTool,
            "tools-balanced"
        );

    [Fact]
    public void Dropping_every_tool_is_missing() =>
        Fails(Sessions.Legal(), (steps, _) => [.. steps.Where(step => step.Execution is null)], Causes.EventsMissing, "tools-balanced");

    [Fact]
    public void Dropping_the_end_is_a_stall() =>
        Fails(Sessions.Legal(), (steps, _) => Sessions.Without(steps, End(steps)), Causes.EventsStalled, "silence");

    [Fact]
    public void Swapping_the_start_with_what_follows_is_out_of_order() =>
        Fails(
            Sessions.Legal(mostInner: 0),
            (steps, _) => Sessions.Moved(steps, 0, Array.FindIndex(steps, 1, step => !step.IsNoise)),
            Causes.EventsOutOfOrder,
            "started-first"
        );

    [Fact]
    public void Swapping_begin_and_end_of_a_tool_call_is_unbalanced() =>
        Fails(Sessions.Legal(), SwapTool, Causes.EventsUnbalancedTool, "tools-balanced");

    [Fact]
    public void Swapping_the_end_with_what_went_before_is_after_the_end() =>
        Fails(
            Sessions.Legal(),
            (steps, _) => Sessions.Moved(steps, End(steps), Array.FindLastIndex(steps, End(steps) - 1, step => !step.IsNoise)),
            Causes.EventsAfterEnd,
            "nothing-after-end"
        );

    [Fact]
    public void Moving_anything_behind_the_end_is_after_the_end() =>
        Fails(
            Sessions.Legal(),
            (steps, pick) =>
                Sessions.Moved(
                    steps,
                    Pick(steps, pick, step => !step.IsNoise && step.Type != "agent_started" && step.Answer is null),
                    End(steps)
                ),
            Causes.EventsAfterEnd,
            "nothing-after-end"
        );

    [Fact]
    public void Duplicating_the_begin_or_end_of_a_tool_call_is_unbalanced() =>
        Fails(Sessions.Legal(), (steps, pick) => Duplicated(steps, AnyTool(steps, pick)), Causes.EventsUnbalancedTool, "tools-balanced");

    [Fact]
    public void Duplicating_the_end_ends_twice() =>
        Fails(Sessions.Legal(), (steps, _) => Duplicated(steps, End(steps)), Causes.EventsAfterEnd, "one-end");

    [Fact]
    public void Anything_later_than_its_deadline_is_late() =>
        Prop.ForAll(
                Sessions.Legal().ToArbitrary(),
                Gen.Choose(0, 1000).ToArbitrary(),
                (steps, pick) =>
                {
                    var name = FirstOfEach[pick % FirstOfEach.Length];
                    var index = Sessions.IndexOf(steps, name);
                    var limit = TimeSpan.FromMilliseconds(steps.Take(index + 1).Sum(step => step.Gap));
                    var late = Sessions.Changed(steps, index, step => step with { Gap = step.Gap + 1 + pick });
                    var expect = Agent with { Within = new Dictionary<string, TimeSpan> { [name] = limit } };
                    return (Sessions.Judged(expect, steps).Count == 0)
                        .ToProperty()
                        .And(Found(Sessions.Judged(expect, late), Causes.EventsTooLate, "deadlines"));
                }
            )
            .Check(Thorough);

    [Fact]
    public void A_longer_silence_than_allowed_before_any_event_is_a_stall() =>
        Fails(
            Sessions.Legal(),
            (steps, pick) => Sessions.Changed(steps, Pick(steps, pick, step => !step.IsNoise), step => step with { Gap = 15_001 }),
            Causes.EventsStalled,
            "silence"
        );

    [Fact]
    public void A_wrong_run_id_on_any_event_is_of_somebody_else() =>
        Fails(
            Sessions.Legal(),
            (steps, pick) =>
                Sessions.Changed(steps, Pick(steps, pick, step => !step.IsNoise), step => step with { Run = "run-of-a-stranger" }),
            Causes.EventsLeaked,
            "isolated"
        );

    [Fact]
    public void A_wrong_execution_id_is_unbalanced() =>
        Fails(
            Sessions.Legal(),
            (steps, pick) => Sessions.Changed(steps, AnyTool(steps, pick), step => step with { Execution = "another" }),
            Causes.EventsUnbalancedTool,
            "tools-balanced"
        );

    [Fact]
    public void A_wrong_agent_at_the_end_is_no_end_of_the_outer_run() =>
        Fails(
            Sessions.Legal(),
            (steps, _) => Sessions.Changed(steps, End(steps), step => step with { Agent = "stranger" }),
            Causes.EventsStalled,
            "silence"
        );

    [Fact]
    public void An_answer_without_the_nonce_is_canned() =>
        Fails(
            Sessions.Legal(),
            (steps, _) => Sessions.Changed(steps, End(steps), step => step with { Answer = "42" }),
            Causes.EventsCannedAnswer,
            "answer"
        );

    [Fact]
    public void Any_frame_of_another_user_is_a_leak() =>
        Prop.ForAll(
                Sessions.Legal().Two().ToArbitrary(),
                Gen.Choose(0, 1000).ToArbitrary(),
                (users, pick) =>
                {
                    var (one, other) = (users.Item1, Sessions.OfUser(users.Item2, 2));
                    var leaked = other[Pick(other, pick, step => !step.IsNoise)];
                    return Found(
                        Sessions.Judged(Agent, Sessions.With(one, 1 + (pick % one.Length), leaked), other),
                        Causes.EventsLeaked,
                        "isolated"
                    );
                }
            )
            .Check(Thorough);

    [Fact]
    public void Any_drop_swap_or_duplicate_breaks_the_strict_profile() =>
        Prop.ForAll(
                Sessions.Strict().ToArbitrary(),
                Gen.Choose(0, 1000).ToArbitrary(),
                (steps, pick) =>
                {
                    var index = pick % steps.Length;
                    Step[][] edits =
                    [
                        Sessions.Without(steps, index),
                        Duplicated(steps, index),
                        Sessions.Moved(steps, pick % 4, (pick % 4) + 1),
                    ];
                    return edits
                        .Select(edit =>
                            (Sessions.Judged(Agent with { Strict = true }, edit).Count > 0).Label(
                                $"{string.Join(' ', edit.Select(step => step.Type))} passed"
                            )
                        )
                        .Aggregate((all, one) => all.And(one));
                }
            )
            .Check(Thorough);

    private static Config Thorough => Config.QuickThrowOnFailure.WithMaxTest(500);

    private static void Fails(Gen<Step[]> sessions, Func<Step[], int, Step[]> edit, string cause, string rule) =>
        Prop.ForAll(
                sessions.ToArbitrary(),
                Gen.Choose(0, 1000).ToArbitrary(),
                (steps, pick) => Found(Sessions.Judged(Agent, edit(steps, pick)), cause, rule)
            )
            .Check(Thorough);

    private static Property Found(IReadOnlyList<GoldenPath.Scenarios.Violation> violations, string cause, string rule) =>
        (violations.Count > 0 && violations[0].Cause == cause && violations[0].Rule == rule).Label(
            $"expected {rule} {cause}, found {string.Join('\n', violations.Select(violation => $"{violation.Rule} {violation.Cause}: {violation.Text}").DefaultIfEmpty("nothing"))}"
        );

    private static int End(Step[] steps) => Array.FindIndex(steps, step => step.Answer is not null);

    private static int AnyTool(Step[] steps, int pick) => Pick(steps, pick, step => step.Execution is not null);

    private static int Pick(Step[] steps, int pick, Func<Step, bool> among)
    {
        var candidates = steps.Index().Where(step => among(step.Item)).ToList();
        return candidates[pick % candidates.Count].Index;
    }

    private static Step[] Duplicated(Step[] steps, int index) => Sessions.With(steps, index + 1, steps[index]);

    private static Step[] SwapTool(Step[] steps, int pick)
    {
        var execution = steps[AnyTool(steps, pick)].Execution;
        var (begin, end) = (
            Array.FindIndex(steps, step => step.Execution == execution),
            Array.FindLastIndex(steps, step => step.Execution == execution)
        );
        return Sessions.Changed(Sessions.Changed(steps, begin, _ => steps[end]), end, _ => steps[begin]);
    }
}
