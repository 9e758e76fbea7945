using GoldenPath.Guard.Redaction;
using GoldenPath.Runs;
using GoldenPath.Triage;

namespace GoldenPath.Tests.Triage;

[Trait(Speed.Name, Speed.Quick)]
public sealed class IncidentFilingSpecs : IDisposable
{
    private readonly string _directory = Directory.CreateTempSubdirectory("filing-").FullName;
    private readonly RecordingConsole _console = new();

    private RunFolder Folder => new(Path.Combine(_directory, "golden-path"), "run-1");

    private Outbox Outbox => new(Path.Combine(_directory, "outbox"));

    public void Dispose() => Directory.Delete(_directory, recursive: true);

    [Spec]
    public async Task Without_a_token_the_incident_waits_in_the_outbox_and_the_console_says_how_to_deliver_it()
    {
        var result = await FileAsync(new() { Outbox = Outbox });
        Assert.Equal(IssueAction.Queued, result.Action);
        Assert.Equal(Incidents.Crash().Fingerprint.Value, result.Fingerprint);
        Assert.Contains("P0", result.Labels);
        Assert.Contains("GITHUB_TOKEN", _console.Text, StringComparison.Ordinal);
        Assert.Contains("./build.sh Triage", _console.Text, StringComparison.Ordinal);
        var delivery = Outbox.Read(Assert.Single(Outbox.Waiting))!;
        Assert.EndsWith(delivery.Body, await File.ReadAllTextAsync(Folder.IssueFile), StringComparison.Ordinal);
    }

    [Spec]
    public async Task A_dry_run_only_renders()
    {
        var result = await FileAsync(new() { Outbox = Outbox, DryRun = true });
        Assert.Equal(IssueAction.Rendered, result.Action);
        Assert.Empty(Outbox.Waiting);
        Assert.True(File.Exists(Folder.IssueFile));
    }

    [Spec]
    public async Task With_no_issue_or_another_verdict_nothing_is_filed_and_the_text_is_written_all_the_same()
    {
        Assert.Equal(IssueAction.None, (await FileAsync(new() { Outbox = Outbox, NoIssue = true })).Action);
        Assert.Equal(IssueAction.None, (await FileAsync(new() { Outbox = Outbox, On = ["product"] })).Action);
        Assert.Empty(Outbox.Waiting);
        Assert.True(File.Exists(Folder.IssueFile));
        Assert.Contains("environment", _console.Text, StringComparison.Ordinal);
    }

    [Spec]
    public async Task What_is_not_to_be_filed_where_it_runs_is_rendered_and_does_not_wait()
    {
        var result = await FileAsync(new() { Outbox = Outbox, WhyNotHere = "the work tree is not clean (server.py)" });

        Assert.Equal(IssueAction.Rendered, result.Action);
        Assert.Empty(Outbox.Waiting);
        Assert.True(File.Exists(Folder.IssueFile));
        Assert.Contains("not filed: the work tree is not clean (server.py). ", _console.Text, StringComparison.Ordinal);
        Assert.Contains("--file-issue", _console.Text, StringComparison.Ordinal);
    }

    [Spec]
    public async Task A_run_that_is_told_to_file_does_so_whatever_its_verdict() =>
        Assert.Equal(
            IssueAction.Queued,
            (
                await FileAsync(
                    new()
                    {
                        Outbox = Outbox,
                        On = ["product"],
                        FileIssue = true,
                    }
                )
            ).Action
        );

    private Task<IssueResult> FileAsync(FilingOptions options) =>
        new IncidentFiling(options, new Redactor(), _console).FileAsync(Incidents.Crash(), Folder, CancellationToken.None);
}
