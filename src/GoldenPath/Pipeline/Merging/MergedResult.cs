using System.Globalization;
using GoldenPath.Runs;

namespace GoldenPath.Pipeline.Merging;

/// <summary>One result out of those of all shards.</summary>
/// <param name="shards">The shards.</param>
/// <param name="folder">The merged run's folder, which holds what they wrote.</param>
internal sealed class MergedResult(ShardSet shards, RunFolder folder)
{
    private readonly MergedFolder _files = new(folder);

    /// <summary>The folder as a person of any checkout would type it.</summary>
    private string Shown => "artifacts/golden-path/" + folder.RunId;

    /// <summary>Brings the files of all shards together, and concludes.</summary>
    /// <exception cref="IOException">The disk does not take them.</exception>
    public RunResult Write()
    {
        foreach (var run in shards.Runs)
        {
            _files.Add(run);
        }

        var began = shards.Runs.Min(run => run.Result.StartedAt);
        return new()
        {
            RunId = folder.RunId,
            Name = shards.Runs[0].Result.Name,
            Verdict = shards.Verdict,
            ExitCode = shards.Verdict.ExitCode(),
            StartedAt = began,
            DurationMs = (long)
                shards.Runs.Max(run => run.Result.StartedAt.AddMilliseconds(run.Result.DurationMs) - began).TotalMilliseconds,
            Stages = [.. Stages.All.Select(Stage).OfType<StageResult>()],
            Services =
            [
                .. ByNumber.SelectMany(run =>
                    run.Result.Services.Select(service => service with { Name = MergedFolder.Renamed(run, service.Name) })
                ),
            ],
            Smoke = shards.Runs.Select(Smoke).Aggregate((all, one) => all.Plus(one)),
            Diagnosis = shards.Decisive is { Result.Diagnosis: { } diagnosis } decisive ? Of(decisive, diagnosis) : null,
            Shards = [.. ByNumber.Select(Summary)],
            Teardown = Teardown(),
        };
    }

    /// <summary>What decided, for a person: the failure of the decisive shard, or which shards are missing; <c>null</c> where all is well.</summary>
    public Failure? Failure() =>
        shards.Decisive is { } decisive ? decisive.Failure! with { Summary = Told(decisive, decisive.Failure.Summary) }
        : shards.Missing.Count > 0
            ? new()
            {
                Cause = Causes.Unknown,
                Kind = FailureKind.Contradictory,
                Summary =
                    $"Of {shards.Count} shards these left no result, so nothing is known of their part: {string.Join(", ", shards.Missing)}.",
                Remedies = [new("Look at the job of a missing shard, and whether its run folder was uploaded and downloaded.")],
            }
        : null;

    /// <summary>A diagnosis of a shard as one of the whole: its citations lead to where its files are now.</summary>
    public DiagnosisResult Of(ShardRun run, DiagnosisResult diagnosis) =>
        diagnosis with
        {
            Summary = Told(run, diagnosis.Summary),
            Chain =
            [
                .. diagnosis.Chain.Select(why =>
                    why with
                    {
                        Evidence = [.. why.Evidence.Select(evidence => evidence with { Source = _files.Moved(run, evidence.Source) })],
                    }
                ),
            ],
            Remedies = [.. diagnosis.Remedies.Select(remedy => remedy with { Command = _files.MovedCommand(run, Shown, remedy.Command) })],
        };

    /// <summary>Where a file of a shard's folder is now.</summary>
    public string Moved(ShardRun run, string source) => _files.Moved(run, source);

    private IEnumerable<ShardRun> ByNumber => shards.Runs.OrderBy(run => run.Shard.Number);

    private string Told(ShardRun run, string text) =>
        string.Create(CultureInfo.InvariantCulture, $"{text} (shard {run.Shard.Number} of {shards.Count})");

    private StageResult? Stage(string name)
    {
        var all = shards.Runs.SelectMany(run => run.Result.Stages).Where(stage => stage.Name == name).ToList();
        return all.Count == 0
            ? null
            : new(
                name,
                Worst(all),
                all.Min(stage => stage.OffsetMs),
                all.Max(stage => stage.OffsetMs + stage.DurationMs) - all.Min(stage => stage.OffsetMs)
            );
    }

    private static StageOutcome Worst(IReadOnlyList<StageResult> stages) =>
        new[] { StageOutcome.Failed, StageOutcome.Cancelled, StageOutcome.Succeeded, StageOutcome.Skipped }.First(outcome =>
            stages.Any(stage => stage.Outcome == outcome)
        );

    private SmokeResult Smoke(ShardRun run) =>
        run.Result.Smoke with
        {
            Failures = [.. run.Result.Smoke.Failures.Select(test => test with { Error = Told(run, test.Error) })],
        };

    private static ShardSummary Summary(ShardRun run) =>
        new(
            run.Shard.Number,
            run.Result.RunId,
            run.Result.Verdict,
            run.Result.Diagnosis?.Cause,
            run.Result.Smoke.Passed,
            run.Result.Smoke.Failed,
            run.Result.DurationMs
        );

    private TeardownResult? Teardown() =>
        shards.Runs.Any(run => run.Result.Teardown is null)
            ? null
            : new(
                shards.Runs.All(run => run.Result.Teardown!.Verified),
                shards.Runs.Max(run => run.Result.Teardown!.DurationMs),
                [.. ByNumber.SelectMany(run => run.Result.Teardown!.Leftovers.Select(left => MergedFolder.Renamed(run, left)))]
            );
}
