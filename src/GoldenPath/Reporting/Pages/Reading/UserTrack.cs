namespace GoldenPath.Reporting.Pages.Reading;

/// <summary>How a user of a scenario fared.</summary>
internal sealed record UserTrack
{
    /// <summary>The scenario.</summary>
    public required string Scenario { get; init; }

    /// <summary>The user's number, counted from 1; 0 stands for nobody in particular.</summary>
    public required int User { get; init; }

    /// <summary>Whether nothing was wrong.</summary>
    public required bool Passed { get; init; }

    /// <summary>When the trigger was sent, in milliseconds from the start of the run; <c>null</c> where it never was.</summary>
    public double? Sent { get; init; }

    /// <summary>What happened from then on.</summary>
    public IReadOnlyList<UserStep> Steps { get; init; } = [];

    /// <summary>What was wrong.</summary>
    public IReadOnlyList<UserViolation> Violations { get; init; } = [];

    /// <summary>Whether the diagnosis cites what was wrong.</summary>
    public bool IsCited { get; init; }

    /// <summary>How long the session took, in milliseconds from the sending.</summary>
    public double Took => Steps.Count == 0 ? 0 : Steps[^1].After;

    /// <summary>The users of a journal.</summary>
    /// <param name="journal">It.</param>
    /// <param name="cited">The frames that the diagnosis cites.</param>
    public static IReadOnlyList<UserTrack> In(IEnumerable<JournalEntry> journal, IReadOnlySet<int> cited) =>
        [
            .. journal
                .Where(entry => entry.Kind is "session" or "violation")
                .Select(Read)
                .Select(user =>
                    user with
                    {
                        IsCited = user.Violations.Any(violation => violation.Frame is { } frame && cited.Contains(frame)),
                    }
                ),
        ];

    private static UserTrack Read(JournalEntry entry) =>
        new()
        {
            Scenario = entry.Facts.Text("scenario") ?? "",
            User = entry.Facts.Whole("user") ?? 0,
            Passed = entry.Facts.Holds("passed"),
            Sent = entry.Facts.Number("sent"),
            Steps =
            [
                .. entry
                    .Facts.Items("steps")
                    .Select(step => new UserStep(
                        step.Text("name") ?? "",
                        step.Number("at") ?? 0,
                        step.Whole("times") ?? 1,
                        step.Holds("end")
                    )),
            ],
            Violations = UserViolation.Of(entry),
        };
}
