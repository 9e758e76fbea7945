using GoldenPath.Runs;

namespace GoldenPath.Triage;

/// <summary>A broken run as it is told to the people who can mend it.</summary>
internal sealed record Incident
{
    /// <summary>The run's result.</summary>
    public required RunResult Run { get; init; }

    /// <summary>Why it broke.</summary>
    public required DiagnosisResult Diagnosis { get; init; }

    /// <summary>How bad it is: <c>P0</c> to <c>P3</c>.</summary>
    public required string Severity { get; init; }

    /// <summary>The scenario that broke or could not begin.</summary>
    public required string Scenario { get; init; }

    /// <summary>The text that tells this failure from others of the same cause.</summary>
    public required string FailureText { get; init; }

    /// <summary>The commit that was tested.</summary>
    public required GitCheckout Git { get; init; }

    /// <summary>The first test or scenario that failed; <c>null</c> where none had begun.</summary>
    public TestFailure? FailedTest { get; init; }

    /// <summary>The service it happened to; <c>null</c> where none is concerned.</summary>
    public string? Service { get; init; }

    /// <summary>The port of that service; <c>null</c> where it has none.</summary>
    public int? Port { get; init; }

    /// <summary>The port that it was to have, also where a run took a free one in its place; <c>null</c> where none was named.</summary>
    public int? MeantPort { get; init; }

    /// <summary>Whether it is asked over HTTP.</summary>
    public bool SpeaksHttp { get; init; }

    /// <summary>Whether a user of the WebSocket feels it.</summary>
    public bool ConcernsWebSocket { get; init; }

    /// <summary>Labels that the configuration adds.</summary>
    public IReadOnlyList<string> ConfiguredLabels { get; init; } = [];

    /// <summary>What should have happened, one line each.</summary>
    public IReadOnlyList<string> Expected { get; init; } = [];

    /// <summary>What the configuration declares about it; empty where that could not be read.</summary>
    public string Configuration { get; init; } = "";

    /// <summary>Where the run took place.</summary>
    public IReadOnlyList<EnvironmentFact> Environment { get; init; } = [];

    /// <summary>The ends of the logs, the one of the concerned service first.</summary>
    public IReadOnlyList<LogExcerpt> Logs { get; init; } = [];

    /// <summary>Tests that hang on the same thing.</summary>
    public IReadOnlyList<string> RelatedTests { get; init; } = [];

    /// <summary>The web page of the run; <c>null</c> where it has none.</summary>
    public Uri? RunUrl { get; init; }

    /// <summary>The run's folder as a person would type it.</summary>
    public string RunFolder { get; init; } = "artifacts/golden-path/latest";

    /// <summary>How a person calls the pipeline. Default: <c>./build.sh</c>.</summary>
    public string Command { get; init; } = RunSettings.OwnCommand;

    /// <summary>What makes two incidents the same one.</summary>
    public Fingerprint Fingerprint => Fingerprint.Of(Scenario, Diagnosis.Cause.Name, FailureText);

    /// <summary>The labels of its issue.</summary>
    public IReadOnlyList<LabelDefinition> Labels => IncidentLabels.For(this);

    /// <summary>This run as one occurrence of the incident.</summary>
    public Occurrence Occurrence => new(Run.RunId, Run.StartedAt, OccurrenceOutcome.Failed, Git.Commit, Git.Branch, RunUrl?.ToString());
}
