using GoldenPath.Configuration;

namespace GoldenPath.Scenarios.Judging;

/// <summary>The pure judgement: records of sessions that ran side by side and what was expected, to what was wrong with each.</summary>
internal static class Judge
{
    /// <summary>Judges sessions that ran side by side.</summary>
    /// <returns>For each session, in the same order, what was wrong: the most telling first; empty where all was right.</returns>
    public static IReadOnlyList<JudgedSession> Judged(IReadOnlyList<SessionRecord> sessions, ExpectDefinition expect)
    {
        var found = sessions.Select(session => Watch(session, expect)).ToList();
        var leaks = expect.Rules.Contains(IsolatedSessions.RuleName) ? IsolatedSessions.Leaks(found) : [];
        return
        [
            .. found.Select(
                (session, index) =>
                    session with
                    {
                        Violations =
                        [
                            .. ViolationOrder
                                .MostTellingFirst(
                                    session.Violations.Concat(leaks.Where(leak => leak.Session == index).Select(leak => leak.Violation))
                                )
                                .Select(violation => violation with { User = session.Record.User }),
                        ],
                    }
            ),
        ];
    }

    private static JudgedSession Watch(SessionRecord session, ExpectDefinition expect)
    {
        var judge = new SessionJudge(expect, session.Trigger);
        foreach (var one in session.Events)
        {
            judge.Observe(one);
        }

        return new JudgedSession(session, judge.Run, judge.Conclude(session.End));
    }
}
