using GoldenPath.Guard.Redaction;
using GoldenPath.Reporting;
using GoldenPath.Reporting.Jobs;
using GoldenPath.Runs;
using GoldenPath.Tests.Triage;

namespace GoldenPath.Tests.Reporting.Jobs;

/// <summary>What a job notes at the sources, and links on its page.</summary>
[Trait(Speed.Name, Speed.Quick)]
public sealed class JobAnnotationsSpecs : IDisposable
{
    private static readonly Failure Seen = new()
    {
        Cause = Causes.TestsFailed,
        Summary = "t1 and more failed",
        Test = "t1",
    };

    private readonly TemporaryFolder _folder = new();

    public JobAnnotationsSpecs() => _folder.Write("tests/Login.cs", "");

    public void Dispose() => _folder.Dispose();

    [TableSpec]
    [InlineData(1, 2)]
    [InlineData(8, 9)]
    [InlineData(9, 9)]
    [InlineData(500, 9)]
    public Task A_step_notes_the_cause_and_its_tests_and_never_more_than_it_shows(int failures, int notes)
    {
        var run = Run(failures);
        var all = new JobAnnotations(new Redactor(), Place).Of(run, Seen, null);

        Assert.Equal(notes, all.Count);
        Assert.Contains("tests.failed", all[0].Title, StringComparison.Ordinal);
        Assert.Equal(new SourceLine("tests/Login.cs", 1), all[1].Place);
        Assert.Equal(failures > 8, all[^1].Message == $"{failures - 7} more are on the job's summary page.");
        return Task.CompletedTask;
    }

    [Spec]
    public Task A_green_run_and_a_cancelled_one_note_nothing()
    {
        Assert.Empty(new JobAnnotations(new Redactor(), Place).Of(Run(0) with { Verdict = Verdict.Passed }, null, null));
        Assert.Empty(new JobAnnotations(new Redactor(), Place).Of(Run(0) with { Verdict = Verdict.Cancelled }, Seen, null));
        return Task.CompletedTask;
    }

    [Spec]
    public Task The_page_of_a_job_links_each_test_to_its_line_at_the_commit()
    {
        var page = new RunSummary(new Redactor(), Place).Render(Run(12), Seen);

        Assert.Contains(
            "at [`tests/Login.cs:3`](https://github.example/acme/agents/blob/c0ffee/tests/Login.cs#L3)",
            page,
            StringComparison.Ordinal
        );
        Assert.Contains("- and 2 more", page, StringComparison.Ordinal);
        Assert.Equal(10, new MarkdownReading(page).Links.Count(link => link.Contains("/blob/", StringComparison.Ordinal)));
        return Task.CompletedTask;
    }

    private JobPlace Place => new() { Root = _folder.Path, Sources = "https://github.example/acme/agents/blob/c0ffee" };

    private static RunResult Run(int failures) =>
        Incidents.Run("run-1") with
        {
            Verdict = Verdict.Product,
            Diagnosis = Incidents.Diagnosis with { Cause = Causes.TestsFailed, Summary = Seen.Summary },
            Smoke = new()
            {
                Total = failures,
                Failed = failures,
                Failures =
                [
                    .. Enumerable
                        .Range(1, failures)
                        .Select(number => new TestFailure($"t{number}", $"tests/Login.cs:{number}", $"said {number}")),
                ],
            },
        };
}
