namespace GoldenPath.Runs;

/// <summary>The result of a run: the one model behind run.json, the console, the issue and the summary.</summary>
public sealed record RunResult
{
    /// <summary>The version of this format.</summary>
    public int Schema { get; init; } = 1;

    /// <summary>The run's id; also the name of its folder.</summary>
    public required string RunId { get; init; }

    /// <summary>The pipeline's name.</summary>
    public required string Name { get; init; }

    /// <summary>What the run concluded; inconclusive as long as nothing was proved.</summary>
    public Verdict Verdict { get; init; } = Verdict.Inconclusive;

    /// <summary>The exit code of the verdict; 0 where a command did what it was asked, although it alone proves nothing.</summary>
    public int ExitCode { get; init; }

    /// <summary>Which part of a run it is; <c>null</c> where it is the whole.</summary>
    public ShardIdentity? Shard { get; init; }

    /// <summary>The shards that it was merged from; empty where it was run as one.</summary>
    public IReadOnlyList<ShardSummary> Shards { get; init; } = [];

    /// <summary>When the run began.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>How long it took so far, in milliseconds.</summary>
    public long DurationMs { get; init; }

    /// <summary>The stages in the order in which they ran.</summary>
    public IReadOnlyList<StageResult> Stages { get; init; } = [];

    /// <summary>The services in the order of the file.</summary>
    public IReadOnlyList<ServiceResult> Services { get; init; } = [];

    /// <summary>What the scenarios and test commands gave.</summary>
    public SmokeResult Smoke { get; init; } = new();

    /// <summary>Why it broke; <c>null</c> where it did not.</summary>
    public DiagnosisResult? Diagnosis { get; init; }

    /// <summary>What was done about it.</summary>
    public IssueResult Issue { get; init; } = new();

    /// <summary>How the teardown ended; <c>null</c> as long as the services are meant to run.</summary>
    public TeardownResult? Teardown { get; init; }
}
