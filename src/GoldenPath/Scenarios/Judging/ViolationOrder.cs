namespace GoldenPath.Scenarios.Judging;

/// <summary>Orders what was wrong by how much it explains, and drops what says the same twice.</summary>
internal static class ViolationOrder
{
    private static readonly string[] ByWeight =
    [
        Causes.TokenRejected,
        Causes.EventsLeaked,
        Causes.EventsMalformed,
        Causes.AgentError,
        Causes.ConnectionDropped,
        Causes.EventsNone,
        Causes.EventsOutOfOrder,
        Causes.EventsAfterEnd,
        Causes.EventsUnbalancedTool,
        Causes.EventsStalled,
        Causes.EventsMissing,
        Causes.EventsTooLate,
        Causes.EventsCannedAnswer,
    ];

    /// <summary>The most telling first.</summary>
    public static IEnumerable<Violation> MostTellingFirst(IEnumerable<Violation> violations) =>
        violations
            .OrderBy(Weight)
            .ThenBy(violation => violation.At)
            .DistinctBy(violation => (violation.User, violation.Cause, violation.Event, violation.At));

    private static int Weight(Violation violation) =>
        IsLateComer(violation) ? int.MaxValue
        : IsMissedDeadline(violation) ? Array.IndexOf(ByWeight, Causes.EventsStalled) - 1
        : Array.IndexOf(ByWeight, violation.Cause) is >= 0 and var index ? index
        : -1;

    // The deadline had passed when the silence began to count.
    private static bool IsMissedDeadline(Violation violation) => violation is { Rule: "deadlines", Cause: Causes.EventsMissing };

    // The visit with the bad token comes last: a server that it found gone went away before, and that is what the users' sessions tell.
    private static bool IsLateComer(Violation violation) =>
        violation.Rule == Steps.DenyBadToken && violation.Cause != Causes.TokenNotChecked;
}
