namespace GoldenPath.Runs;

/// <summary>Which part of which run a result is.</summary>
/// <param name="Number">Which shard, from 1.</param>
/// <param name="Count">How many there are.</param>
/// <param name="Of">What the shards of one run have in common and no other run has: the workflow's run, or the commit.</param>
public sealed record ShardIdentity(int Number, int Count, string Of)
{
    /// <summary>The identity of a shard that runs here.</summary>
    internal static ShardIdentity? Here(Shard? shard, string root, Func<string, string?> variable) =>
        shard is null ? null : new(shard.Number, shard.Count, RunOf(root, variable));

    private static string RunOf(string root, Func<string, string?> variable) =>
        ActionsJob.IsHere(variable) && variable("GITHUB_RUN_ID") is { Length: > 0 } run
            ? $"workflow run {run}"
            : $"commit {GitFiles.Read(root).Commit ?? "unknown"}";
}
