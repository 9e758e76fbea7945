using System.Text.Json.Nodes;
using GoldenPath.Configuration;
using GoldenPath.Guard.Redaction;
using GoldenPath.Runs;
using GoldenPath.Scenarios;
using GoldenPath.Scenarios.Recording;
using GoldenPath.Scenarios.Walking;

namespace GoldenPath.Tests.Scenarios.Walking;

/// <summary>Walks scenarios for specs, with a run folder of their own.</summary>
internal sealed class Walks : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("walk-").FullName;
    private readonly FrameJournal _journal;

    public Walks() => _journal = new FrameJournal(FramesFile, new RunClock(TimeProvider.System), Redactor.Redact);

    public Redactor Redactor { get; } = new();

    public RecordingLimits Limits { get; set; } = new();

    public ScenarioSettings Settings { get; set; } =
        new()
        {
            StepTimeout = TimeSpan.FromSeconds(10),
            RefusalTimeout = TimeSpan.FromSeconds(2),
            Budget = TimeSpan.FromSeconds(50),
        };

    public string FramesFile => Path.Combine(_folder, "frames.jsonl");

    public IReadOnlyList<JsonNode> Frames => [.. File.ReadLines(FramesFile).Select(line => JsonNode.Parse(line)!)];

    /// <summary>The usual scenario against a server.</summary>
    public static ScenarioDefinition Scenario(string url) =>
        new()
        {
            Name = "golden-path",
            Connect = new ConnectDefinition(url, TokenCarrier.None),
            Ready = "connection_established",
            Send = JsonNode.Parse("""{"type":"user_message","content":"6 * 7? {nonce}","nonce":"{nonce}"}"""),
            Expect = new ExpectDefinition { ToolsRequired = true, Settle = TimeSpan.FromMilliseconds(50) },
        };

    public Task<ScenarioResult> WalkAsync(ScenarioDefinition scenario, CancellationToken cancellationToken = default) =>
        ScenarioRunner.WalkAsync(new WalkContext(scenario, Settings, _journal, Redactor) { Limits = Limits }, cancellationToken);

    public void Dispose()
    {
        _journal.Dispose();
        Directory.Delete(_folder, recursive: true);
    }
}
