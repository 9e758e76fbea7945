namespace GoldenPath.Runs;

/// <summary>What has become known of a run so far; it turns into the result.</summary>
/// <param name="folder">The run's folder.</param>
/// <param name="clock">The run's time.</param>
/// <param name="earlier">What an earlier command of the same run concluded; <c>null</c>: it is the first.</param>
internal sealed class RunRecord(RunFolder folder, RunClock clock, RunResult? earlier)
{
    private readonly List<StageResult> _stages = [.. earlier?.Stages ?? []];

    /// <summary>The pipeline's name.</summary>
    public string Name { get; set; } = earlier?.Name ?? "golden-path";

    /// <summary>Which part of a run it is; <c>null</c> where it is the whole.</summary>
    public ShardIdentity? Shard { get; set; } = earlier?.Shard;

    /// <summary>The first failure of this command; later ones follow from it.</summary>
    public Failure? Failure { get; private set; }

    /// <summary>The stage that saw it; <c>null</c> where none has failed.</summary>
    public string? FailedStage { get; private set; }

    /// <summary>Whether the scenarios and commands of this run have been walked.</summary>
    public bool Proved { get; set; } = earlier?.Verdict == Verdict.Passed;

    public IReadOnlyList<ServiceResult> Services { get; set; } = earlier?.Services ?? [];

    public SmokeResult Smoke { get; set; } = earlier?.Smoke ?? new();

    public DiagnosisResult? Diagnosis { get; set; } = earlier?.Diagnosis;

    public IssueResult Issue { get; set; } = earlier?.Issue ?? new();

    public TeardownResult? Teardown { get; set; }

    /// <summary>What the run concludes.</summary>
    public Verdict Verdict =>
        Failure is null
            ? Proved
                ? Verdict.Passed
                : earlier?.Verdict ?? Verdict.Inconclusive
            : Verdicts.Of(FailedStage!, Failure, Diagnosis?.Cause);

    /// <summary>The exit code of this command: 0 where it did what it was asked, even if it alone proves nothing.</summary>
    public int ExitCode => Failure is null ? 0 : Verdict.ExitCode();

    /// <summary>Keeps the first failure.</summary>
    public void Fail(string stage, Failure failure) => (FailedStage, Failure) = Failure is null ? (stage, failure) : (FailedStage, Failure);

    /// <summary>Adds how a stage went. A stage that ran again, in a later command, counts as it went last.</summary>
    public void Add(string stage, StageOutcome outcome, TimeSpan begun)
    {
        _stages.RemoveAll(earlierTime => earlierTime.Name == stage);
        _stages.Add(new(stage, outcome, (long)begun.TotalMilliseconds, (long)(clock.Elapsed - begun).TotalMilliseconds));
    }

    /// <summary>Adds the stages that a failure kept from beginning.</summary>
    public void AddSkipped(IEnumerable<string> names)
    {
        foreach (var name in names.Where(name => _stages.TrueForAll(stage => stage.Name != name)))
        {
            Add(name, StageOutcome.Skipped, clock.Elapsed);
        }
    }

    /// <summary>The result so far.</summary>
    public RunResult ToResult() =>
        new()
        {
            RunId = folder.RunId,
            Name = Name,
            Verdict = Verdict,
            ExitCode = Failure is null && Verdict == Verdict.Inconclusive ? 0 : Verdict.ExitCode(),
            Shard = Shard,
            StartedAt = clock.StartedAt,
            DurationMs = clock.ElapsedMs,
            Stages = [.. _stages],
            Services = Services,
            Smoke = Smoke,
            Diagnosis = Diagnosis,
            Issue = Issue,
            Teardown = Teardown,
        };
}
