using System.Globalization;
using GoldenPath.Runs;
using Microsoft.Extensions.FileSystemGlobbing;

namespace GoldenPath.Pipeline.Merging;

/// <summary>The shards of one run, as many of them as were found.</summary>
/// <param name="Runs">Their runs, the one that decides about the whole first.</param>
/// <param name="Count">How many shards there should be.</param>
internal sealed record ShardSet(IReadOnlyList<ShardRun> Runs, int Count)
{
    private const string Result = "run.json";

    /// <summary>The shards that left no result.</summary>
    public IReadOnlyList<int> Missing => [.. Enumerable.Range(1, Count).Except(Runs.Select(run => run.Shard.Number))];

    /// <summary>The shard that decides; <c>null</c> where all that were found passed.</summary>
    public ShardRun? Decisive => Runs[0].Passed ? null : Runs[0];

    /// <summary>What the whole run concludes: green only where every shard is there and is green.</summary>
    public Verdict Verdict => Decisive?.Result.Verdict ?? (Missing.Count == 0 ? Verdict.Passed : Verdict.Inconclusive);

    /// <summary>Finds the shards of a run.</summary>
    /// <param name="pattern">Run folders, with wildcards; <c>null</c>: nobody said.</param>
    /// <exception cref="PipelineException">There are none, or they are not those of one run.</exception>
    public static ShardSet Find(string? pattern)
    {
        if (string.IsNullOrWhiteSpace(pattern))
        {
            throw Wrong(["Merge needs the run folders of the shards: --runs 'artifacts/shards/*/*'"]);
        }

        var runs = Files(Path.GetFullPath(pattern))
            .Select(Read)
            .OfType<ShardRun>()
            .DistinctBy(run => run.Result.RunId)
            .OrderBy(run => run.Weight)
            .ToList();
        var problems = Problems(runs, pattern).ToList();
        return problems.Count > 0 ? throw Wrong(problems) : new(runs, runs[0].Shard.Count);
    }

    private static IEnumerable<string> Problems(List<ShardRun> runs, string pattern)
    {
        if (runs.Count == 0)
        {
            return [$"--runs {pattern}: no run of a shard is there. A shard is a run with --shard K/N, and its folder holds {Result}."];
        }

        var problems = runs.GroupBy(run => run.Shard.Number)
            .Where(same => same.Count() > 1)
            .Select(same =>
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"--runs {pattern}: shard {same.Key} is there {same.Count()} times: {string.Join(", ", same.Select(run => run.Folder.Path))}. Give a pattern that matches one of them."
                )
            );
        return problems
            .Concat(Differing(runs, "are of different runs", run => run.Shard.Of))
            .Concat(Differing(runs, "are of different pipelines", run => run.Result.Name))
            .Concat(Differing(runs, "do not agree how many there are", run => run.Shard.Count.ToString(CultureInfo.InvariantCulture)));
    }

    private static IEnumerable<string> Differing(List<ShardRun> runs, string how, Func<ShardRun, string> trait)
    {
        var groups = runs.GroupBy(trait).ToList();
        return groups.Count == 1
            ? []
            :
            [
                $"The shards {how}: {string.Join("; ", groups.Select(group => $"{group.Key} ({string.Join(", ", group.Select(run => run.Result.RunId))})"))}. They are no whole.",
            ];
    }

    private static ShardRun? Read(string file)
    {
        // 'latest' is a link, which will lead to the merged run in a moment.
        var found = new DirectoryInfo(Path.GetDirectoryName(file)!);
        var folder = found.ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? found.FullName;
        return RunJson.TryRead(file) is { Shard: { } shard } result
            ? new(new(Path.GetDirectoryName(folder)!, Path.GetFileName(folder)), result, shard)
            : null;
    }

    private static IEnumerable<string> Files(string pattern)
    {
        var full = (Path.GetFileName(pattern) == Result ? pattern : Path.Combine(pattern, Result)).Replace('\\', '/');
        var wild = full.IndexOf('*', StringComparison.Ordinal);
        var start = full[..(wild < 0 ? full.LastIndexOf('/') : full.LastIndexOf('/', wild))];
        return Directory.Exists(start)
            ? new Matcher(StringComparison.Ordinal).AddInclude(full[(start.Length + 1)..]).GetResultsInFullPath(start)
            : [];
    }

    private static PipelineException Wrong(IEnumerable<string> problems) =>
        new(
            new Failure
            {
                Cause = Causes.Unknown,
                Kind = FailureKind.Misconfigured,
                Summary = string.Join('\n', problems),
            }
        );
}
