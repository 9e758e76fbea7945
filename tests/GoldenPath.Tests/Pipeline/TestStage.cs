using GoldenPath.Configuration;
using GoldenPath.Pipeline;

namespace GoldenPath.Tests.Pipeline;

/// <summary>A run without services in which a test command is run.</summary>
internal sealed class TestStage : IAsyncDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly PipelineSignals _signals = new();
    private readonly RunSession _session;
    private readonly ServiceStage _services;

    private TestStage(TimeSpan budget)
    {
        var definition = new PipelineDefinition
        {
            File = _folder.File("goldenpath.yml"),
            Name = "specs",
            Services = [],
            Scenarios = [],
            Smoke = [],
            Issues = new IssueSettings(),
        };
        var settings = new RunSettings
        {
            Root = _folder.Path,
            Config = definition.File,
            Artifacts = _folder.File("artifacts"),
            Timeout = budget,
        };
        _session = RunSession.Create(settings, TimeProvider.System, _signals);
        _session.Definition = definition;
        _services = new ServiceStage(_session, definition, [], Console);
    }

    public RecordingConsole Console { get; } = new();

    public string Path => _folder.Path;

    public string Journal => File.ReadAllText(_session.Folder.JournalFile);

    public string Log => _session.Folder.LogFile("tests.1");

    public static async Task<TestStage> StartAsync(TimeSpan? budget = null)
    {
        var stage = new TestStage(budget ?? TimeSpan.FromMinutes(1));
        await stage._services.StartAsync(null, CancellationToken.None);
        return stage;
    }

    public void Write(string name, string text) => _folder.Write(name, text);

    /// <summary>Runs a shell script as the test command; it finds ready-made results beside it.</summary>
    public Task<TestCommandResult> RunAsync(
        string script,
        TimeSpan? timeout = null,
        string results = "{results}/*.xml",
        CancellationToken cancellationToken = default
    ) => RunAsync(["sh", "-c", script.Replace("$RESULTS", "{results}", StringComparison.Ordinal)], timeout, results, cancellationToken);

    public Task<TestCommandResult> RunAsync(
        IReadOnlyList<string> command,
        TimeSpan? timeout = null,
        string results = "{results}/*.xml",
        CancellationToken cancellationToken = default
    ) =>
        new TestCommand(_session, _services, Console).RunAsync(
            new CommandStep
            {
                Command = command,
                Results = results,
                Directory = _folder.Path,
                Timeout = timeout,
                Environment = new Dictionary<string, string> { ["OWN"] = "{run}" },
            },
            1,
            cancellationToken
        );

    public async ValueTask DisposeAsync()
    {
        _services.Dispose();
        await _session.DisposeAsync();
        _signals.Dispose();
        _folder.Dispose();
    }
}
