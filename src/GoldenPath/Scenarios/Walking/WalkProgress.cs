namespace GoldenPath.Scenarios.Walking;

/// <summary>How far the users of a scenario are, in a few words: <c>498 answered, 2 tool_executing</c>.</summary>
internal static class WalkProgress
{
    private const int MostNamed = 4;

    /// <summary>The words.</summary>
    public static string Of(IReadOnlyList<UserWalk> users) =>
        users is [var only]
            ? only.Step
            : string.Join(
                ", ",
                users
                    .GroupBy(user => user.Step)
                    .OrderByDescending(group => group.Count())
                    .Take(MostNamed)
                    .Select(group => $"{group.Count()} {group.Key}")
            );
}
