namespace GoldenPath.Reporting.Pages.Reading;

/// <summary>When an event came first to the users of a scenario: on the clock of the run, and counted from each one's sending; in milliseconds.</summary>
/// <param name="Name">The event.</param>
/// <param name="Count">How many users it came to.</param>
internal sealed record EventSpread(string Name, int Count)
{
    private const int Most = 12;

    /// <summary>Whether it is no event, but how sessions ended short of the end of their run.</summary>
    public bool IsEnd { get; private init; }

    /// <summary>When it came to the first user.</summary>
    public double First { get; private init; }

    /// <summary>When it had come to one user in twenty.</summary>
    public double Fifth { get; private init; }

    /// <summary>When it had come to half of the users.</summary>
    public double Middle { get; private init; }

    /// <summary>When it had come to 95 % of the users.</summary>
    public double NinetyFifth { get; private init; }

    /// <summary>When it came to the last user.</summary>
    public double Last { get; private init; }

    /// <summary>Within which time half of the users had it.</summary>
    public double HalfWithin { get; private init; }

    /// <summary>Within which time 95 % of the users had it.</summary>
    public double MostWithin { get; private init; }

    /// <summary>The longest that a user waited for it.</summary>
    public double Longest { get; private init; }

    /// <summary>That user.</summary>
    public int Slowest { get; private init; }

    /// <summary>The events of users, in the order of their middles.</summary>
    public static IReadOnlyList<EventSpread> Of(IEnumerable<UserTrack> users) =>
        [
            .. users
                .Where(user => user.Sent is not null)
                .SelectMany(user =>
                    user.Steps.DistinctBy(step => step.Name).Select(step => (user.User, Sent: user.Sent!.Value, Step: step))
                )
                .GroupBy(one => one.Step.Name)
                .OrderByDescending(group => group.Count())
                .Take(Most)
                .Select(group => Of(group.Key, [.. group.OrderBy(one => one.Step.After)]))
                .OrderBy(spread => spread.Middle),
        ];

    private static EventSpread Of(string name, List<(int User, double Sent, UserStep Step)> seen)
    {
        List<double> moments = [.. seen.Select(one => one.Sent + one.Step.After).Order()];
        return new(name, seen.Count)
        {
            IsEnd = seen[0].Step.IsEnd,
            First = moments[0],
            Fifth = At(moments, 0.05),
            Middle = At(moments, 0.5),
            NinetyFifth = At(moments, 0.95),
            Last = moments[^1],
            HalfWithin = At(seen, 0.5).Step.After,
            MostWithin = At(seen, 0.95).Step.After,
            Longest = seen[^1].Step.After,
            Slowest = seen[^1].User,
        };
    }

    private static T At<T>(List<T> sorted, double share) => sorted[(int)Math.Ceiling((sorted.Count - 1) * share)];
}
