using GoldenPath.Scenarios.Events;
using GoldenPath.Scenarios.Judging;
using GoldenPath.Scenarios.Recording;

namespace GoldenPath.Scenarios.Walking;

/// <summary>A run that is watched.</summary>
/// <param name="From">The first frame that concerns it.</param>
/// <param name="Trigger">What started it.</param>
/// <param name="Judge">What tells when it is decided.</param>
internal sealed record Watch(int From, Trigger Trigger, SessionJudge Judge)
{
    /// <summary>The record to be judged.</summary>
    /// <param name="user">Whose it is.</param>
    /// <param name="events">All events of the user's session.</param>
    /// <param name="until">The first frame that concerns it no more.</param>
    /// <param name="end">How the session ended.</param>
    public SessionRecord Record(int user, IEnumerable<AgentEvent> events, int until, SessionEnd end) =>
        new()
        {
            User = user,
            Trigger = Trigger,
            Events = [.. events.Where(one => one.Frame >= From && one.Frame < until)],
            End = end,
        };
}
