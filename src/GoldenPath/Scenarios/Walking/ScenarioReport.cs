using System.Text.Json;
using GoldenPath.Scenarios.Events;
using GoldenPath.Scenarios.Judging;
using GoldenPath.Scenarios.Judging.Rules;

namespace GoldenPath.Scenarios.Walking;

/// <summary>Puts the verdict of a walk into words, redacted, with the frames that show it.</summary>
internal sealed class ScenarioReport(WalkContext context, IReadOnlyList<UserWalk> users, IReadOnlyList<JudgedSession> judged)
{
    private const int MostTold = 3;
    private const int LongestFrame = 300;

    private readonly Dictionary<int, JudgedSession> _sessions = judged
        .DistinctBy(session => session.Record.User)
        .ToDictionary(session => session.Record.User);

    /// <summary>Writes it.</summary>
    /// <param name="badToken">What the visit with the bad token showed.</param>
    /// <param name="budgetUsedUp">Whether the budget cut the walk short.</param>
    /// <param name="took">How long the walk took.</param>
    public ScenarioResult Write(Violation? badToken, bool budgetUsedUp, TimeSpan took)
    {
        var violations = Found(badToken, budgetUsedUp)
            .Select(violation => violation with { Text = context.Redactor.Redact(violation.Text) })
            .ToList();
        var sessions = users.Select(user => Summary(user, violations)).ToList();
        IReadOnlyList<string> details = [.. Details(sessions).Select(context.Redactor.Redact)];
        return new ScenarioResult
        {
            Name = context.Scenario.Name,
            Duration = took,
            Sessions = sessions,
            Violations = violations,
            Failure = violations.Count == 0 ? null : Failure(violations, details),
            Details = details,
        };
    }

    private IEnumerable<Violation> Found(Violation? badToken, bool budgetUsedUp)
    {
        var found = users
            .Select(user => user.Failed)
            .Append(badToken)
            .OfType<Violation>()
            .Concat(judged.SelectMany(session => session.Violations))
            .ToList();
        found = found.ConvertAll(violation =>
            violation.Cause == Causes.TokenRejected && !context.Scenario.Connect.CarriesToken ? WithoutToken(violation) : violation
        );
        var unproved = users.Any(user => user.Failed is null && SessionOf(user) is null);
        return ViolationOrder.MostTellingFirst(unproved || (budgetUsedUp && found.Count == 0) ? found.Append(Unproved()) : found);
    }

    /// <summary>What refuses a visitor who shows no token may want one, or mind where he comes from.</summary>
    private Violation WithoutToken(Violation violation)
    {
        var connect = context.Scenario.Connect;
        var headers = connect.Headers.Count == 0 ? "no headers of its own" : $"the headers {string.Join(", ", connect.Headers.Keys)}";
        var origin = connect.Headers.ContainsKey("Origin") ? "" : " and no Origin";
        return violation with
        {
            Cause = Causes.WebSocketRejected,
            Text = $"{violation.Text}; no token was sent, {headers}{origin}",
            Remedies =
            [
                new($"If it wants a token, say how to get and carry it: login: and token: of scenario '{context.Scenario.Name}'."),
                new("If it minds where a client comes from, send what yours sends: connect: { headers: { Origin: \"https://…\" } }."),
                new($"Or look whether {new Uri(context.Fill(connect.Url)).AbsolutePath} is the path that is meant."),
            ],
        };
    }

    private JudgedSession? SessionOf(UserWalk user) => _sessions.GetValueOrDefault(user.User);

    private Violation Unproved() =>
        new()
        {
            Rule = Steps.Connect,
            Cause = Causes.HttpNoAnswer,
            Text = $"the run's budget of {Wording.Limit(context.Settings.Budget)} was used up before the walk was over",
        };

    private SessionSummary Summary(UserWalk user, List<Violation> violations)
    {
        var session = SessionOf(user);
        return new SessionSummary
        {
            User = user.User,
            Passed = session is not null && !violations.Exists(violation => violation.User == user.User),
            Login = user.LoginTook,
            Connect = user.ConnectTook,
            Messages = user.Log.Messages,
            Events = session is null ? new Dictionary<string, TimeSpan>() : FirstOccurrences(session),
            Sent = session?.Record.Trigger.At,
            Steps = session is null ? [] : Timeline.Steps(session),
            Timeline = session is null ? "" : Timeline.Of(session),
        };
    }

    private static Dictionary<string, TimeSpan> FirstOccurrences(JudgedSession session) =>
        session
            .Record.Events.Where(one =>
                one.Frame > session.Record.Trigger.Frame
                && EventNames.Five.Contains(one.Name)
                && (one.RunId is null || session.Run.Owns(one.RunId))
            )
            .DistinctBy(one => one.Name)
            .ToDictionary(one => one.Name, one => session.Run.Since(one.At));

    private static IEnumerable<string> Details(List<SessionSummary> sessions)
    {
        if (sessions.Count > MostTold)
        {
            yield return $"{sessions.Count} users, {sessions.Count(session => session.Passed)} passed";
            foreach (var line in Spread.Of(sessions))
            {
                yield return line;
            }
        }

        foreach (var session in sessions.Where(session => session.Timeline.Length > 0).OrderBy(session => session.Passed).Take(MostTold))
        {
            yield return sessions.Count == 1 ? session.Timeline : $"user {session.User}: {session.Timeline}";
        }
    }

    private Failure Failure(List<Violation> violations, IReadOnlyList<string> details)
    {
        var first = violations[0];
        return new Failure
        {
            Cause = first.Cause,
            Test = context.Scenario.Name,
            Summary = $"scenario '{context.Scenario.Name}': {Whose(first)}{first.Text}",
            Details =
            [
                .. violations.Skip(1).Take(5).Select(violation => $"also {violation.Rule}: {Whose(violation)}{violation.Text}"),
                .. details,
            ],
            Evidence = Evidence(first),
            Remedies = first.Remedies,
        };
    }

    private string Whose(Violation violation) =>
        (users.Count > 1 || context.Scenario.FirstUser > 1)
        && violation.User > 0
        && !violation.Text.StartsWith("user ", StringComparison.Ordinal)
            ? $"user {violation.User}: "
            : "";

    private IReadOnlyList<Evidence> Evidence(Violation violation)
    {
        var lines = context.Journal.Quote(violation.Frames.Take(5).ToHashSet());
        return [.. lines.Select(line => new Evidence($"frames.jsonl:{line.Key}", Shown(line.Value)))];
    }

    private static string Shown(string line)
    {
        using var document = JsonDocument.Parse(line);
        var text = document.RootElement.TryGetProperty("text", out var kept) ? kept.GetString()! : line;
        var isRefusal = document.RootElement.TryGetProperty("type", out var type) && type.ValueEquals("refused");
        return Wording.Quote(isRefusal ? text.Split('\n')[0] : text, LongestFrame).Trim('\''); // Headers that share a line cannot be told apart any more.
    }
}
