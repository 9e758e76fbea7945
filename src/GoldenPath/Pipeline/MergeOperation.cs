using GoldenPath.Configuration;
using GoldenPath.Guard.Redaction;
using GoldenPath.Pipeline.Merging;
using GoldenPath.Runs;
using GoldenPath.Triage;

namespace GoldenPath.Pipeline;

/// <summary>Makes one verdict, one report and one issue out of the run folders of several shards.</summary>
/// <param name="settings">What the command asks for.</param>
/// <param name="definition">What the run was to prove.</param>
/// <param name="trackers">Opens the tracker of a repository; <c>null</c> where this build has none.</param>
/// <param name="console">Where a person is told.</param>
/// <param name="time">Where time comes from.</param>
internal sealed class MergeOperation(
    RunSettings settings,
    PipelineDefinition definition,
    TrackerFactory? trackers,
    IRunConsole console,
    TimeProvider time
)
{
    private readonly GitCheckout _git = GitCheckout.Read(settings.Root);
    private readonly Redactor _redactor = Redactor.FromEnvironment();

    /// <summary>Merges them into a run folder of their own.</summary>
    /// <param name="pattern">The run folders of the shards, with wildcards.</param>
    /// <param name="cancellationToken">Ends the filing early.</param>
    /// <returns>The result, and what decided where it is not green.</returns>
    /// <exception cref="PipelineException">They are not the shards of one run.</exception>
    public async Task<(RunResult Result, Failure? Failure)> RunAsync(string? pattern, CancellationToken cancellationToken)
    {
        var shards = ShardSet.Find(pattern);
        if (settings.Token is { } token)
        {
            _redactor.Add(token);
        }

        JobConsole.Mask(_redactor, console);
        var folder = new RunFolders(Path.Combine(settings.Artifacts, "golden-path")).Create(time.GetUtcNow());
        var merged = new MergedResult(shards, folder);
        var result = await Task.Run(merged.Write, cancellationToken);
        Tell(shards);
        var failure = merged.Failure();
        result = result with { Issue = await FileAsync(shards, merged, result, folder, cancellationToken) };
        new ResultWriter(folder, _redactor).Write(result, failure);
        new JobReport(_redactor, console).Tell(settings, folder, result, failure, definition);
        var cause = result.Diagnosis is { } diagnosis ? $" ({diagnosis.Cause})" : "";
        console.Information(
            $"Verdict of {shards.Count} shards: {result.Verdict.ToString().ToLowerInvariant()}{cause}; all of it is in {Path.GetRelativePath(settings.Root, folder.Path)}"
        );
        return (result, failure);
    }

    private void Tell(ShardSet shards)
    {
        foreach (var run in shards.Runs.OrderBy(run => run.Shard.Number))
        {
            var why = run.Failure is { } failure ? $": {run.Result.Diagnosis?.Summary ?? failure.Summary}" : "";
            console.Information($"Shard {run.Shard.Number}/{shards.Count}: {run.Result.Verdict.ToString().ToLowerInvariant()}{why}");
        }

        foreach (var missing in shards.Missing)
        {
            console.Error($"Shard {missing}/{shards.Count} left no result");
        }
    }

    private async Task<IssueResult> FileAsync(
        ShardSet shards,
        MergedResult merged,
        RunResult result,
        RunFolder folder,
        CancellationToken cancellationToken
    )
    {
        var place = new FilingPlace(settings, definition.Issues.When, Environment.GetEnvironmentVariable);
        var options = FilingSetup.Options(settings, definition.Issues.Repository, _git, trackers) with
        {
            On = definition.Issues.On,
            WhyNotHere = await place.WhyNotAsync(),
        };
        var filing = new IncidentFiling(options, _redactor, console, time);
        return shards.Decisive is { Failure: { IsIncident: true } failure } decisive
                ? await filing.FileAsync(Incident(decisive, failure, merged, result), folder, cancellationToken)
            : result.Verdict == Verdict.Passed && options.Tracker is not null ? await filing.ResolveAsync(result, _git, cancellationToken)
            : new();
    }

    // What makes it the same incident as one of a run in one piece is told by the shard itself; all that people read, by the whole.
    private Incident Incident(ShardRun decisive, Failure failure, MergedResult merged, RunResult result)
    {
        var own = new IncidentBuilder(definition, decisive.Folder, _git, settings.Command).Build(decisive.Result, failure);
        var incident = new IncidentBuilder(definition, decisive.Folder, _git, settings.Command).Build(result, failure);
        return incident with
        {
            FailureText = own.FailureText,
            Logs = [.. own.Logs.Select(log => log with { Source = merged.Moved(decisive, log.Source) })],
            Environment = [.. incident.Environment, new("Shards", Shards(result))],
        };
    }

    private static string Shards(RunResult result) =>
        string.Join(", ", result.Shards.Select(shard => $"{shard.Number}: {shard.Verdict.ToString().ToLowerInvariant()}"));
}
