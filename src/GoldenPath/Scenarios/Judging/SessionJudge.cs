using GoldenPath.Configuration;
using GoldenPath.Scenarios.Events;
using GoldenPath.Scenarios.Judging.Rules;
using GoldenPath.Scenarios.Recording;

namespace GoldenPath.Scenarios.Judging;

/// <summary>Judges one session event by event: the same rules while it is watched and afterwards on the record.</summary>
internal sealed class SessionJudge
{
    private readonly ExpectDefinition _expect;
    private readonly List<Rule> _rules;
    private TimeSpan? _brokenAt;

    public SessionJudge(ExpectDefinition expect, Trigger trigger)
    {
        _expect = expect;
        _rules = [.. RulesOf(expect)];
        Run = new Run(trigger);
    }

    /// <summary>The run as far as it is known.</summary>
    public Run Run { get; }

    /// <summary>Until when watching can still change the verdict, on the clock of the journal.</summary>
    /// <remarks>What is broken is watched for a little longer, so that the record shows what followed.</remarks>
    public TimeSpan Horizon
    {
        get
        {
            var decided = Run.End?.At is { } end ? Earlier(end, _brokenAt) : _brokenAt;
            var patience = Run.End is null ? _rules.Min(rule => rule.PatienceEnds(Run)) : null;
            return Earlier(decided + _expect.Settle, patience) ?? TimeSpan.MaxValue;
        }
    }

    /// <summary>Sees an event.</summary>
    public void Observe(AgentEvent one)
    {
        var standing = Run.Observe(one);
        foreach (var rule in _rules)
        {
            var before = rule.Violations.Count;
            rule.Observe(one, standing, Run);
            _brokenAt ??= rule.Violations.Count > before ? one.At : null;
        }
    }

    /// <summary>Sees the end of the record.</summary>
    /// <returns>What was wrong, in no particular order.</returns>
    public IReadOnlyList<Violation> Conclude(SessionEnd end)
    {
        _rules.ForEach(rule => rule.Conclude(Run, end));
        List<Violation> found = [.. _rules.SelectMany(rule => rule.Violations)];
        return found.Count == 0 && IsUnproved ? [Unproved(end)] : found;
    }

    /// <summary>A run of which no end was seen proved nothing, however short it was watched.</summary>
    private bool IsUnproved => Run.First is null || (Run.End is null && _expect.Rules.Contains(OneEnd.RuleName));

    private Violation Unproved(SessionEnd end) =>
        new()
        {
            Rule = OneEnd.RuleName,
            Cause = Run.First is null ? Causes.EventsNone : Causes.EventsMissing,
            Text =
                $"{EventNames.Completed} did not come while the run was watched, for {Wording.Seconds(Run.Since(end.At))}; {Wording.LastEvent(Run)}",
            Event = Run.First is null ? EventNames.Started : EventNames.Completed,
            At = Run.Since(end.At),
            LastEvent = Run.Last?.Name,
            Frames = [Run.Last?.Frame ?? Run.Trigger.Frame],
        };

    private static TimeSpan? Earlier(TimeSpan? one, TimeSpan? other) => one is null || other < one ? other ?? one : one;

    private static IEnumerable<Rule> RulesOf(ExpectDefinition expect)
    {
        yield return new Frames();
        yield return new Outcome(expect.Silence, expect.Within.TryGetValue(EventNames.Started, out var started) ? started : null);
        if (expect.Strict)
        {
            yield return new InOrder();
        }

        var agUi = expect.IsAgUi ? new AgUiProtocol(expect.ToolsRequired) : null;
        if (agUi is not null)
        {
            yield return agUi;
        }

        foreach (var name in expect.Rules)
        {
            if (RuleNamed(name, expect, agUi) is { } rule)
            {
                yield return rule;
            }
        }
    }

    private static Rule? RuleNamed(string name, ExpectDefinition expect, AgUiProtocol? agUi) =>
        name switch
        {
            "started-first" => new StartedFirst(),
            "thinking-present" => new ThinkingPresent(),
            "tools-balanced" => new ToolsBalanced(expect.ToolsRequired || expect.Strict),
            OneEnd.RuleName => new OneEnd(),
            "nothing-after-end" => new NothingAfterEnd(),
            "deadlines" => new Deadlines(expect.Within, expect.ToolsRequired || expect.Strict, expect.Silence),
            "silence" => new Silence(expect.Silence),
            "answer" => new Answer(expect.Answer, () => agUi?.HandsOver == true),
            IsolatedSessions.RuleName => null,
            _ => throw new ArgumentException(
                $"There is no rule '{name}'. Rules are: {string.Join(", ", ExpectDefinition.AgentRules)}.",
                nameof(expect)
            ),
        };
}
