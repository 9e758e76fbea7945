using GoldenPath.Scenarios.Events;
using GoldenPath.Scenarios.Judging.Rules;

namespace GoldenPath.Scenarios.Judging;

/// <summary><c>isolated</c>: no session receives what belongs to another one, told by nonces and by the ids of runs, threads and users.</summary>
/// <remarks>An event of a run that no session of the scenario started is a leak too: it belongs to somebody else. Runs that were under way
/// on the same connection before the trigger are left alone. Ids that sessions share (one account for all) prove nothing.</remarks>
internal sealed class IsolatedSessions
{
    public const string RuleName = "isolated";
    private const int MostFrames = 10;

    private readonly IReadOnlyList<JudgedSession> _sessions;
    private readonly Dictionary<string, int> _runs;
    private readonly ILookup<string, int> _threads;
    private readonly ILookup<string, int> _users;

    private IsolatedSessions(IReadOnlyList<JudgedSession> sessions)
    {
        _sessions = sessions;
        _runs = Claims(run => run.Id).ToDictionary(claim => claim.Key, claim => OwnerOf(claim.Key, [.. claim]));
        _threads = Owners(run => run.Started?.ThreadId);
        _users = Owners(run => run.Started?.UserId);
    }

    /// <summary>Finds what reached the wrong session, at most one report for each.</summary>
    public static IReadOnlyList<(int Session, Violation Violation)> Leaks(IReadOnlyList<JudgedSession> sessions)
    {
        var isolation = new IsolatedSessions(sessions);
        return
        [
            .. Enumerable
                .Range(0, sessions.Count)
                .Select(index => (index, isolation.Leak(index)))
                .Where(pair => pair.Item2 is not null)
                .Select(pair => (pair.index, pair.Item2!)),
        ];
    }

    private Violation? Leak(int index)
    {
        var (record, run, _) = _sessions[index];
        var leaked = record
            .Events.Select(one => (Event: one, Why: Why(one, index)))
            .Where(pair => pair.Why is not null)
            .Take(MostFrames)
            .ToList();
        return leaked.Count == 0
            ? null
            : new Violation
            {
                Rule = RuleName,
                Cause = Causes.EventsLeaked,
                Text =
                    $"user {record.User} received {leaked[0].Why} ({leaked[0].Event.Label} at {Wording.Seconds(run.Since(leaked[0].Event.At))})",
                Event = leaked[0].Event.Name,
                At = run.Since(leaked[0].Event.At),
                LastEvent = run.Last?.Name,
                Frames = [.. leaked.Select(pair => pair.Event.Frame).Distinct()],
            };
    }

    private string? Why(AgentEvent one, int session) =>
        ForeignNonce(one, session)
        ?? ForeignRun(one, session)
        ?? ForeignOwner(one.ThreadId, _threads, session, "thread")
        ?? ForeignOwner(one.UserId, _users, session, "user id");

    private string? ForeignNonce(AgentEvent one, int session) =>
        one.Nonces.FirstOrDefault(nonce => NonceMark.UserOf(nonce) != _sessions[session].Record.User) is { } nonce
            ? $"what only user {NonceMark.UserOf(nonce)} was told, the nonce '{nonce}'"
            : null;

    private string? ForeignRun(AgentEvent one, int session)
    {
        if (one.RunId is not { } id)
        {
            return null;
        }

        var run = _sessions[session].Run;
        if (_runs.TryGetValue(id, out var owner))
        {
            return IsSameUser(owner, session) ? null : $"an event of run '{id}', which belongs to user {_sessions[owner].Record.User}";
        }

        var claims = one.Kind is not (EventKind.Noise or EventKind.Malformed) && one.Frame > run.Trigger.Frame;
        return claims && !run.Owns(id) && !run.IsEarlier(id)
            ? $"an event of run '{id}', which it did not start{(run.Id is null ? "" : $": its own is '{run.Id}'")}"
            : null;
    }

    private string? ForeignOwner(string? id, ILookup<string, int> owners, int session, string what) =>
        id is not null && owners[id].Any() && !owners[id].Any(owner => IsSameUser(owner, session))
            ? $"an event with the {what} '{id}' of user {_sessions[owners[id].First()].Record.User}"
            : null;

    private bool IsSameUser(int session, int other) => _sessions[session].Record.User == _sessions[other].Record.User;

    /// <summary>Of several sessions that saw a run begin, it belongs to the one whose nonce it speaks of, or else to the first.</summary>
    private int OwnerOf(string runId, IReadOnlyList<int> claimants) =>
        claimants.Count == 1
            ? claimants[0]
            : claimants
                .OrderByDescending(session => SpeaksToItsOwn(runId, session))
                .ThenBy(session => _sessions[session].Run.First!.At)
                .First();

    private bool SpeaksToItsOwn(string runId, int session) =>
        _sessions[session].Record is { Trigger.Nonce: { } nonce } record
        && record.Events.Any(one => one.RunId == runId && one.Nonces.Contains(nonce));

    private ILookup<string, int> Owners(Func<Run, string?> id) =>
        Claims(id).SelectMany(claim => claim.Select(session => (claim.Key, session))).ToLookup(pair => pair.Key, pair => pair.session);

    private IEnumerable<IGrouping<string, int>> Claims(Func<Run, string?> id) =>
        Enumerable
            .Range(0, _sessions.Count)
            .Where(session => id(_sessions[session].Run) is not null)
            .GroupBy(session => id(_sessions[session].Run)!);
}
