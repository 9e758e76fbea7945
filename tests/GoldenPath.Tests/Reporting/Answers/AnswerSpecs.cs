using GoldenPath.Reporting.Answers;
using GoldenPath.Runs;

namespace GoldenPath.Tests.Reporting.Answers;

/// <summary>The last screen, line by line.</summary>
[Trait(Speed.Name, Speed.Quick)]
public sealed class AnswerSpecs
{
    [Spec]
    public Task A_green_run_says_what_was_proved_and_in_how_long() =>
        Shows(
            new Subject
            {
                Smoke = new()
                {
                    Total = 20,
                    Passed = 19,
                    Skipped = 1,
                },
            },
            """
            PASSED, exit 0, in 5.34 s
              proved   backend ready after 0.41 s; 19 tests passed, 1 skipped
            """
        );

    [Spec]
    public Task A_broken_product_is_told_with_cause_line_command_and_issue() =>
        Shows(
            new Subject
            {
                Verdict = Verdict.Product,
                ExitCode = 1,
                Diagnosis = Found(
                    Causes.EventsCannedAnswer,
                    "The answer does not repeat what was asked.",
                    "frames.jsonl:10",
                    "{\"type\":\"agent_completed\"}"
                ),
                Issue = new()
                {
                    Action = IssueAction.Created,
                    Number = 12,
                    Url = "https://github.com/o/r/issues/12",
                },
            },
            """
            PRODUCT BROKE, exit 1: events.canned-answer (confirmed), 5.34 s
              cause    The answer does not repeat what was asked.
              seen in  frames.jsonl:10: {"type":"agent_completed"}
              mend     Free the port: ./build.sh SmokeTest --port 0
              issue    #12 filed: https://github.com/o/r/issues/12
            """
        );

    [Spec]
    public Task A_broken_environment_says_why_its_issue_was_not_filed() =>
        Shows(
            new Subject
            {
                Verdict = Verdict.Environment,
                ExitCode = 2,
                Diagnosis = Found(Causes.PortInUse, "Port 8002 is taken by nginx (pid 7).", "evidence/ports.txt:1", "nginx") with
                {
                    Certainty = Certainty.Likely,
                },
                Issue = new() { Action = IssueAction.Rendered, Why = "the work tree has changes" },
            },
            """
            ENVIRONMENT BROKE, exit 2: port.in-use (likely), 5.34 s
              cause    Port 8002 is taken by nginx (pid 7).
              seen in  evidence/ports.txt:1
              mend     Free the port: ./build.sh SmokeTest --port 0
              issue    rendered, not filed, because the work tree has changes
            """
        );

    [Spec]
    public Task A_wrong_configuration_is_its_problems_and_nothing_else() =>
        Shows(
            new Subject
            {
                Verdict = Verdict.Configuration,
                ExitCode = 3,
                Failure = new()
                {
                    Cause = Causes.Unknown,
                    Kind = FailureKind.Misconfigured,
                    Summary = "goldenpath.yml:2: unknown key 'servces'. Did you mean 'services'?\ngoldenpath.yml:9: no",
                },
            },
            """
            WRONG CONFIGURATION, exit 3: nothing was started
            goldenpath.yml:2: unknown key 'servces'. Did you mean 'services'?
            goldenpath.yml:9: no
            """
        );

    [Spec]
    public Task Many_problems_are_counted()
    {
        var lines = new Subject
        {
            Verdict = Verdict.Configuration,
            ExitCode = 3,
            Failure = new()
            {
                Cause = Causes.Unknown,
                Kind = FailureKind.Misconfigured,
                Summary = string.Join('\n', Enumerable.Range(1, 30).Select(at => $"goldenpath.yml:{at}: wrong")),
            },
        }.Lines;

        Assert.Equal("goldenpath.yml:5: wrong … and 25 more, above", lines[^1]);
        Assert.Equal(6, lines.Count);
        return Task.CompletedTask;
    }

    [Spec]
    public Task A_run_that_proved_nothing_says_so() =>
        Shows(
            new Subject
            {
                Verdict = Verdict.Inconclusive,
                ExitCode = 4,
                Diagnosis = Found(
                    Causes.TestsNoneRan,
                    "'pytest' ran no test, so it proved nothing.",
                    "logs/tests.1.log:3",
                    "collected 0 items"
                ),
            },
            """
            NOTHING PROVED, exit 4: tests.none-ran (confirmed), 5.34 s
              cause    'pytest' ran no test, so it proved nothing.
              seen in  logs/tests.1.log:3: collected 0 items
              mend     Free the port: ./build.sh SmokeTest --port 0
            """
        );

    [Spec]
    public Task A_cancelled_run_says_that_nothing_is_left() =>
        Shows(
            new Subject
            {
                Verdict = Verdict.Cancelled,
                ExitCode = 130,
                Failure = new()
                {
                    Cause = Causes.Unknown,
                    Kind = FailureKind.Cancelled,
                    Summary = "The run was cancelled by SIGINT during SmokeTests.",
                },
                Teardown = new(Verified: true, 90, []),
            },
            """
            CANCELLED, exit 130, after 5.34 s
              cause    The run was cancelled by SIGINT during SmokeTests.
              stopped  nothing is left running
            """
        );

    [Spec]
    public Task Services_that_go_on_running_come_with_the_command_that_ends_them() =>
        Shows(
            new Subject { Verdict = Verdict.Inconclusive, Running = ["backend (pid 7, port 8002)"] },
            """
            DONE, exit 0, in 5.34 s: nothing is tested yet
              proved   backend ready after 0.41 s
              running  backend (pid 7, port 8002); end them with: ./build.sh Teardown
            """
        );

    [Spec]
    public Task What_a_teardown_left_is_told_beside_the_cause() =>
        Shows(
            new Subject
            {
                Verdict = Verdict.Environment,
                ExitCode = 2,
                Failure = new() { Cause = Causes.ProcessExited, Summary = "Service 'backend' exited with code 3." },
                Teardown = new(Verified: false, 7000, ["pid 99 (stubborn)"]),
            },
            """
            ENVIRONMENT BROKE, exit 2, after 5.34 s
              cause    Service 'backend' exited with code 3.
              left     pid 99 (stubborn)
            """
        );

    [TableSpec]
    [InlineData(40)]
    [InlineData(80)]
    [InlineData(200)]
    public Task However_much_there_is_to_say_it_fits_and_commands_stay_whole(int width)
    {
        var much = string.Concat(Enumerable.Repeat("端 words ", 200));
        var lines = new Subject
        {
            Verdict = Verdict.Product,
            ExitCode = 1,
            Diagnosis = Found(Causes.EventsCannedAnswer, much, "frames.jsonl:10", much + "!"),
            Teardown = new(Verified: false, 7000, [much]),
            Issue = new() { Action = IssueAction.Queued, Why = much },
        }
            .Of()
            .Lines(width);

        Assert.InRange(lines.Count, 5, 8);
        Assert.InRange(lines.Sum(line => (TextWidth.Of(line) + width - 1) / width), 5, width < 80 ? 10 : 9);
        Assert.Contains(lines, line => line.EndsWith("./build.sh SmokeTest --port 0", StringComparison.Ordinal));
        return Task.CompletedTask;
    }

    [Spec]
    public Task What_is_quoted_gives_way_to_the_sentence_that_says_what_to_do()
    {
        const string Mend = "Let every tool call tell its beginning and its end, also when it fails, and give both the same execution id.";
        var cause = $"user 2: {string.Concat(Enumerable.Repeat("many words of a cause ", 8))}and its end";
        var found = Found(Causes.EventsUnbalancedTool, cause, "frames.jsonl:12", new string('{', 300)) with { Remedies = [new(Mend)] };

        var lines = new Subject
        {
            Verdict = Verdict.Product,
            ExitCode = 1,
            Diagnosis = found,
            Issue = new() { Action = IssueAction.Queued, Why = new string('w', 300) },
        }.Lines;

        Assert.Contains($"  cause    {cause}", lines);
        Assert.Contains($"  mend     {Mend}", lines);
        Assert.Contains(lines, line => line.StartsWith("  seen in  frames.jsonl:12: {{{", StringComparison.Ordinal) && line.EndsWith('…'));
        return Task.CompletedTask;
    }

    private static DiagnosisResult Found(string cause, string summary, string source, string line) =>
        new()
        {
            Cause = cause,
            Certainty = Certainty.Confirmed,
            Summary = summary,
            Chain = [new("Why did the run fail?", summary, [new(source, line)])],
            Remedies = [new("Free the port.", "./build.sh SmokeTest --port 0")],
        };

    private static Task Shows(Subject subject, string expected)
    {
        Assert.Equal(expected.ReplaceLineEndings("\n"), string.Join('\n', subject.Lines));
        return Task.CompletedTask;
    }
}
