namespace GoldenPath.Benchmarks.Growing;

/// <summary>Something whose cost is to grow with its size, and not faster.</summary>
/// <param name="What">What grows, for a person.</param>
/// <param name="Sizes">The sizes that are measured, from small to large.</param>
/// <param name="Load">What is measured of a size.</param>
internal sealed record Growth(string What, IReadOnlyList<int> Sizes, Func<int, ILoad> Load)
{
    /// <summary>All that is watched for its growth.</summary>
    /// <param name="root">The root of the checkout.</param>
    public static IReadOnlyList<Growth> All(string root) =>
        [
            new("users", [1, 10, 100, 1_000, 5_000], size => new InstantUsers(size, 5)),
            new("events of a session", [5, 100, 1_000, 10_000], size => new InstantUsers(1, size)),
            new("secrets", [1, 100, 10_000, 50_000], size => new Secrets(size)),
            new("MB of log", [1, 10, 100, 1_000], size => new LogMegabytes(root, size)),
            new("MB of results", [1, 10, 100], size => new ResultMegabytes(size)),
            new("old runs", [20, 100, 1_000], size => new OldRuns(size)),
            new("open issues", [0, 100, 1_000, 10_000], size => new OpenIssues(root, size)),
            new("services", [1, 5, 10, 50], size => new Services(root, size)),
        ];
}
