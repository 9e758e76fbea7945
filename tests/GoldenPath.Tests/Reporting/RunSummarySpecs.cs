using GoldenPath.Guard.Redaction;
using GoldenPath.Reporting;
using GoldenPath.Runs;
using GoldenPath.Tests.Triage;

namespace GoldenPath.Tests.Reporting;

[Trait(Speed.Name, Speed.Quick)]
public sealed class RunSummarySpecs
{
    private readonly RunSummary _summary = new(new Redactor());

    [Spec]
    public Task A_red_run_says_why_and_what_to_do()
    {
        var text = _summary.Render(
            Incidents.Run("run-7") with
            {
                Diagnosis = Incidents.Diagnosis,
                Issue = new()
                {
                    Action = IssueAction.Created,
                    Number = 12,
                    Url = "https://github.com/acme/agents/issues/12",
                },
            }
        );
        Assert.Contains("## ❌ agent-golden-path: environment", text, StringComparison.Ordinal);
        Assert.Contains("backend exited with code 139", text, StringComparison.Ordinal);
        Assert.Contains("| `WaitForPort8002` | failed | 0.90 s |", text, StringComparison.Ordinal);
        Assert.Contains("`dotnet src/AgentBackend/bin/AgentBackend.dll`", text, StringComparison.Ordinal);
        Assert.Equal(["https://github.com/acme/agents/issues/12"], new MarkdownReading(text).Links);
        return Task.CompletedTask;
    }

    [TableSpec]
    [MemberData(nameof(IssueDocumentSpecs.Hostile), MemberType = typeof(IssueDocumentSpecs))]
    public Task Text_from_outside_acts_on_nothing(string hostile)
    {
        var incident = Incidents.WithTextEverywhere(hostile);
        var text = _summary.Render(incident.Run with { Diagnosis = incident.Diagnosis });
        var reading = new MarkdownReading(text);
        Assert.Empty(MarkdownReading.Triggers(text));
        Assert.Empty(reading.Links);
        Assert.Empty(reading.Html);
        Assert.Equal(1, reading.Tables);
        Assert.Single(reading.Headings);
        return Task.CompletedTask;
    }
}
