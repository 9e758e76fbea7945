using GoldenPath.Reporting.Pages.Html;

namespace GoldenPath.Reporting.Pages.Reading;

/// <summary>How a scenario went.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Users">Its users.</param>
/// <param name="General">What was wrong with none of them in particular.</param>
internal sealed record ScenarioTrack(string Name, IReadOnlyList<UserTrack> Users, IReadOnlyList<UserViolation> General)
{
    private const int Few = 8;
    private const int MostKinds = 4;
    private const int MostSlow = 2;

    /// <summary>How many users failed.</summary>
    public int Failed => Users.Count(user => !user.Passed);

    /// <summary>How many passed or failed, in words.</summary>
    public string Outcome =>
        Failed == 0
            ? $"{Times.Count(Users.Count, "user")} passed."
            : $"{Times.Number(Failed)} of {Times.Count(Users.Count, "user")} failed in {Name}.";

    /// <summary>How their events spread.</summary>
    public IReadOnlyList<EventSpread> Spreads => field ??= EventSpread.Of(Users);

    /// <summary>The kinds of failure, the most frequent first, each with its users.</summary>
    public IReadOnlyList<(string Kind, IReadOnlyList<UserTrack> Users)> Kinds =>
        field ??= [
            .. Users
                .Where(user => !user.Passed)
                .GroupBy(user => user.Violations is [var first, ..] ? first.Kind : "it was not walked to its end")
                .OrderByDescending(kind => kind.Count())
                .Select(kind => (kind.Key, (IReadOnlyList<UserTrack>)[.. kind.OrderByDescending(user => user.IsCited)])),
        ];

    /// <summary>Whether its users are so many that only some are shown.</summary>
    public bool IsCrowd => Users.Count > Few;

    /// <summary>The users that are shown: all, or those worth a look, which are one of each kind of failure, and the slowest.</summary>
    public IReadOnlyList<UserTrack> Shown =>
        field ??= !IsCrowd
            ? Users
            :
            [
                .. Kinds
                    .Take(MostKinds)
                    .Select(kind => kind.Users[0])
                    .Concat(Users.OrderByDescending(user => user.Took).Take(MostSlow))
                    .DistinctBy(user => user.User),
            ];

    /// <summary>When its users sent and were answered, in milliseconds from the start of the run, in order.</summary>
    public IReadOnlyList<double> Moments =>
        field ??= [
            .. Users
                .Where(user => user.Sent is not null)
                .SelectMany(user => user.Steps.Select(step => user.Sent!.Value + step.After))
                .Order(),
        ];

    /// <summary>The scenarios of a journal.</summary>
    /// <param name="journal">It.</param>
    /// <param name="cited">The frames that the diagnosis cites.</param>
    public static IReadOnlyList<ScenarioTrack> In(IEnumerable<JournalEntry> journal, IReadOnlySet<int> cited) =>
        [
            .. UserTrack
                .In(journal, cited)
                .GroupBy(user => user.Scenario)
                .Select(scenario => new ScenarioTrack(
                    scenario.Key,
                    [.. scenario.Where(user => user.User > 0)],
                    [.. scenario.Where(user => user.User == 0).SelectMany(user => user.Violations)]
                )),
        ];
}
