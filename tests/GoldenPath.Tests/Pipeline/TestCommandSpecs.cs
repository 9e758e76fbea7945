using GoldenPath.Guard.Processes;
using GoldenPath.Tests.Results;

namespace GoldenPath.Tests.Pipeline;

public sealed class TestCommandSpecs
{
    private const string Passing = "<testsuite><testcase name='a'/><testcase name='b'><skipped/></testcase></testsuite>";

    [Spec]
    public async Task Tests_that_pass_are_no_failure()
    {
        await using var stage = await TestStage.StartAsync();
        stage.Write("passing.xml", Passing);
        var (counts, failure) = await stage.RunAsync("cp passing.xml $RESULTS/r.xml");

        Assert.Null(failure);
        Assert.Equal((2, 1, 0, 1), (counts.Total, counts.Passed, counts.Failed, counts.Skipped));
    }

    [TableSpec]
    [InlineData(0)]
    [InlineData(1)]
    public async Task A_failed_test_fails_whatever_the_exit_code(int code)
    {
        await using var stage = await TestStage.StartAsync();
        stage.Write("failing.trx", ResultTexts.DotNetTest.Replace("/work/", stage.Path + "/", StringComparison.Ordinal));
        var (counts, failure) = await stage.RunAsync($"cp failing.trx $RESULTS/r.trx; exit {code}", results: "{results}/*.trx");

        Assert.Equal((new Cause(Causes.TestsFailed), Verdict.Product), (failure!.Cause, Verdicts.Of(Stages.SmokeTests, failure)));
        Assert.Equal("Smoke.EventSpecs.Events_arrive(user: \"a <b>\") failed: Assert.Equal() Failure: Values differ", failure.Summary);
        Assert.Equal(
            ["Smoke.EventSpecs.Events_arrive(user: \"a <b>\") (tests/EventSpecs.cs:27): Assert.Equal() Failure: Values differ"],
            failure.Details
        );
        var test = counts.Failures.Single();
        Assert.Equal("tests/EventSpecs.cs:27", test.File);
        Assert.StartsWith("Assert.Equal() Failure: Values differ\nExpected: 5", test.Error, StringComparison.Ordinal);
        Assert.EndsWith("Output:\nwaiting for agent_started", test.Error, StringComparison.Ordinal);
    }

    [Spec]
    public async Task A_runner_that_breaks_without_a_failed_test_fails_with_its_last_lines()
    {
        await using var stage = await TestStage.StartAsync();
        stage.Write("passing.xml", Passing);
        var (counts, failure) = await stage.RunAsync("cp passing.xml $RESULTS/r.xml; echo about to break; exit 7");

        Assert.Equal(
            (new Cause(Causes.TestsFailed), Verdict.Product, 2),
            (failure!.Cause, Verdicts.Of(Stages.SmokeTests, failure), counts.Total)
        );
        Assert.EndsWith("ended with code 7, although none of its 2 tests failed.", failure.Summary, StringComparison.Ordinal);
        Assert.Equal(["about to break"], failure.Details);
        Assert.Equal("logs/tests.1.log:1", failure.Evidence.Single().Source);
    }

    [TableSpec]
    [InlineData("exit 3", "ended with code 3 and wrote no results.")]
    [InlineData("kill -9 $$", "was ended by signal 9 and wrote no results.")]
    public async Task A_runner_that_ends_badly_without_results_fails(string script, string summary)
    {
        await using var stage = await TestStage.StartAsync();
        var (_, failure) = await stage.RunAsync(script);

        Assert.Equal((new Cause(Causes.TestsFailed), Verdict.Product), (failure!.Cause, Verdicts.Of(Stages.SmokeTests, failure)));
        Assert.EndsWith(summary, failure.Summary, StringComparison.Ordinal);
    }

    [TableSpec]
    [InlineData("true", "wrote no results: nothing matches '{results}/*.xml', so it proved nothing.")]
    [InlineData("echo '<testsuite/>' > $RESULTS/r.xml", "ran no test, so it proved nothing.")]
    [InlineData(
        "echo \"<testsuite><testcase name='a'><skipped/></testcase></testsuite>\" > $RESULTS/r.xml",
        "skipped all of its 1 tests, so it proved nothing."
    )]
    [InlineData(
        "echo \"<testsuite><testcase name='a'/>\" > $RESULTS/r.xml",
        "The following elements are not closed: testsuite., so it proved nothing."
    )]
    public async Task A_green_runner_that_proved_nothing_is_not_green(string script, string summary)
    {
        await using var stage = await TestStage.StartAsync();
        var (_, failure) = await stage.RunAsync(script);

        Assert.Equal((new Cause(Causes.TestsNoneRan), Verdict.Inconclusive), (failure!.Cause, Verdicts.Of(Stages.SmokeTests, failure)));
        Assert.EndsWith(summary, failure.Summary, StringComparison.Ordinal);
    }

    [TableSpec]
    [InlineData("echo 'collected 0 items'; echo; echo 'no tests ran in 0.01s'; exit 5", "ended with code 5: collected 0 items")]
    [InlineData("echo 'No tests found, exiting with code 1'; exit 1", "ended with code 1: No tests found, exiting with code 1")]
    [InlineData("echo '<testsuite/>' > $RESULTS/r.xml; exit 1", "ran no test and ended with code 1")]
    public async Task A_runner_that_fails_for_want_of_a_test_proves_nothing(string script, string summary)
    {
        await using var stage = await TestStage.StartAsync();
        var (_, failure) = await stage.RunAsync(script);

        Assert.Equal((new Cause(Causes.TestsNoneRan), Verdict.Inconclusive), (failure!.Cause, Verdicts.Of(Stages.SmokeTests, failure)));
        Assert.EndsWith(summary, failure.Summary, StringComparison.Ordinal);
    }

    [TableSpec]
    [InlineData("<testsuite errors='1'><testcase name='a'/></testsuite>", "declares 1 failures and errors and shows 0.")]
    [InlineData("<testsuite tests='2'><testcase name='a'/></testsuite>", "declares 2 tests and shows 1.")]
    [InlineData(
        "<TestRun><Results><UnitTestResult testName='a' outcome='Passed'/></Results><ResultSummary outcome='Failed'/></TestRun>",
        "the summary says 'Failed', and none of the 1 tests failed."
    )]
    public async Task Results_that_contradict_themselves_are_not_green(string text, string summary)
    {
        await using var stage = await TestStage.StartAsync();
        stage.Write("odd.xml", text);
        var (_, failure) = await stage.RunAsync("cp odd.xml $RESULTS/r.xml");

        Assert.Equal((new Cause(Causes.Unknown), Verdict.Inconclusive), (failure!.Cause, Verdicts.Of(Stages.SmokeTests, failure)));
        Assert.Contains(" contradict themselves: ", failure.Summary, StringComparison.Ordinal);
        Assert.EndsWith(summary, failure.Summary, StringComparison.Ordinal);
    }

    [TableSpec]
    [InlineData("<testsuite errors='5'><testcase name='a'><failure message='got 4'/></testcase></testsuite>", "exit 0")]
    [InlineData("<testsuite errors='5'><testcase name='a'/></testsuite>", "exit 2")]
    public async Task A_failure_that_is_certain_outweighs_a_contradiction(string text, string end)
    {
        await using var stage = await TestStage.StartAsync();
        stage.Write("odd.xml", text);
        var (_, failure) = await stage.RunAsync($"cp odd.xml $RESULTS/r.xml; {end}");

        Assert.Equal((new Cause(Causes.TestsFailed), Verdict.Product), (failure!.Cause, Verdicts.Of(Stages.SmokeTests, failure)));
        Assert.Contains(
            failure.Details,
            line => line.EndsWith("declares 5 failures and errors and shows " + (end == "exit 0" ? "1" : "0"), StringComparison.Ordinal)
        );
    }

    [TableSpec]
    [InlineData(0, 1, 0)]
    [InlineData(1, 0, 1)]
    public async Task A_test_that_passed_on_its_rerun_is_flaky_where_the_runner_ended_well(int code, int flaky, int failed)
    {
        await using var stage = await TestStage.StartAsync();
        stage.Write(
            "rerun.xml",
            "<testsuite><testcase name='a'/><testcase name='ws'><failure message='got 4'/></testcase><testcase name='ws'/></testsuite>"
        );
        var (counts, failure) = await stage.RunAsync($"cp rerun.xml $RESULTS/r.xml; exit {code}");

        Assert.Equal((2, flaky, failed), (counts.Passed, counts.Flaky, counts.Failed));
        Assert.Equal(flaky == 1 ? ["ws"] : [], counts.FlakyTests);
        Assert.Equal(flaky == 1 ? null : Causes.TestsFailed, failure?.Cause.Name);
    }

    [Spec]
    public async Task Places_under_a_home_folder_are_told_before_it_is_taken_out()
    {
        await using var stage = await TestStage.StartAsync();
        stage.Write(
            "home.xml",
            """
            <testsuite><testcase name='js'><failure>Error: no
                at Object.&lt;anonymous&gt; (/home/runner/work/app/app/test/events.test.js:17:21)</failure></testcase>
            <testcase name='py'><failure message='no'>  File "/home/runner/work/app/app/tests/test_ws.py", line 12, in test_events</failure></testcase>
            <testcase name='net'><failure message='no'>   at E.A() in /Users/ada/My App/E.cs:line 7</failure></testcase></testsuite>
            """
        );
        var (counts, _) = await stage.RunAsync("cp home.xml $RESULTS/r.xml");

        Assert.Equal(["test/events.test.js:17", "tests/test_ws.py:12"], counts.Failures.Take(2).Select(test => test.File));
        Assert.EndsWith("E.cs:7", counts.Failures[2].File, StringComparison.Ordinal);
        Assert.All(counts.Failures, test => Assert.DoesNotContain("runner", test.Error, StringComparison.Ordinal));
    }

    [Spec]
    public async Task Results_from_before_the_start_do_not_count()
    {
        await using var stage = await TestStage.StartAsync();
        stage.Write("out/old.xml", Passing);
        var (none, failure) = await stage.RunAsync("true", results: $"{stage.Path}/out/*.xml");
        Assert.Equal((0, Causes.TestsNoneRan), (none.Total, failure!.Cause));
        Assert.Contains("but 1 of an earlier run", failure.Summary, StringComparison.Ordinal);

        var (counts, mended) = await stage.RunAsync("cp out/old.xml out/new.xml", results: $"{stage.Path}/out/**/*.xml");
        Assert.Equal((2, null), (counts.Total, mended));
    }

    [Spec]
    public async Task A_runner_that_hangs_is_stopped_with_all_that_it_started()
    {
        await using var stage = await TestStage.StartAsync();
        var (_, failure) = await stage.RunAsync("sleep 1000 & echo $! > child; echo hanging; wait", timeout: TimeSpan.FromSeconds(1.5));

        Assert.Equal((new Cause(Causes.TestsTimedOut), Verdict.Product), (failure!.Cause, Verdicts.Of(Stages.SmokeTests, failure)));
        Assert.EndsWith("had not ended after 1.5 s and was stopped.", failure.Summary, StringComparison.Ordinal);
        Assert.Equal(["hanging"], failure.Details);
        var child = int.Parse(await File.ReadAllTextAsync(Path.Combine(stage.Path, "child")), null);
        Assert.False(IsAlive(child));
    }

    [Spec]
    public async Task Without_a_timeout_what_is_left_of_the_budget_counts()
    {
        await using var stage = await TestStage.StartAsync(budget: TimeSpan.FromSeconds(4));

        Assert.Equal(Causes.TestsTimedOut, (await stage.RunAsync("sleep 1000")).Failure!.Cause);
    }

    [Spec]
    public async Task Failures_that_were_written_before_a_timeout_are_kept()
    {
        await using var stage = await TestStage.StartAsync();
        stage.Write("failing.xml", ResultTexts.Gotestsum);
        var (counts, failure) = await stage.RunAsync("cp failing.xml $RESULTS/r.xml; sleep 1000", timeout: TimeSpan.FromSeconds(1.5));

        Assert.Equal((Causes.TestsTimedOut, 1), (failure!.Cause, counts.Failed));
        Assert.Contains("example.org/app/ws.TestEvents/anna (ws_test.go:42): Failed", failure.Details);
    }

    [Spec]
    public async Task A_missing_runner_is_worded()
    {
        await using var stage = await TestStage.StartAsync();
        var (_, failure) = await stage.RunAsync(["no-such-runner", "--all"]);

        Assert.Equal((Causes.ExecutableMissing, null), (failure!.Cause, failure.Service));
        Assert.StartsWith("Test command 'no-such-runner --all' could not be started: ", failure.Summary, StringComparison.Ordinal);
    }

    [Spec]
    public async Task Output_is_shown_while_it_comes_without_colours()
    {
        await using var stage = await TestStage.StartAsync();
        var running = stage.RunAsync(
            """printf '\033[32mgreen\033[0m\n\nwaiting\n'; while [ ! -f go ]; do sleep 0.05; done; printf 'no end'"""
        );
        await Wait.UntilAsync(() => stage.Console.Text.Contains("waiting", StringComparison.Ordinal));
        Assert.False(running.IsCompleted);
        stage.Write("go", "");
        await running;

        Assert.EndsWith("\ngreen\n\nwaiting\nno end", stage.Console.Text, StringComparison.Ordinal);
        Assert.Contains("\u001B[32mgreen", await File.ReadAllTextAsync(stage.Log), StringComparison.Ordinal);
    }

    [Spec]
    public async Task A_flood_of_output_is_shown_in_part_and_kept_whole()
    {
        await using var stage = await TestStage.StartAsync();
        await stage.RunAsync("yes | head -n 50000");

        var shown = stage.Console.Text.Split('\n');
        Assert.Equal(10_000, shown.Count(line => line == "y"));
        Assert.StartsWith("… more than 10,000 lines", shown[^1], StringComparison.Ordinal);
        Assert.Equal(50_000, (await File.ReadAllLinesAsync(stage.Log)).Length);
    }

    [Spec]
    public async Task The_environment_is_inherited_less_the_trackers_token()
    {
        Environment.SetEnvironmentVariable("GH_TOKEN", "ghp_0123456789012345678901234567890123456789");
        await using var stage = await TestStage.StartAsync();
        await stage.RunAsync("echo \"seen:${GH_TOKEN:+yes}: own:$OWN path:${PATH:+set}\"");
        Environment.SetEnvironmentVariable("GH_TOKEN", null);

        Assert.Matches("\nseen:: own:[^ ]+ path:set", stage.Console.Text);
    }

    [Spec]
    public async Task A_cancelled_run_stops_the_runner()
    {
        await using var stage = await TestStage.StartAsync();
        using var cancellation = new CancellationTokenSource();
        var running = stage.RunAsync("echo $$ > pid; exec sleep 1000", cancellationToken: cancellation.Token);
        var file = Path.Combine(stage.Path, "pid");
        await Wait.UntilAsync(() => File.Exists(file) && new FileInfo(file).Length > 1);
        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);
        Assert.False(IsAlive(int.Parse(await File.ReadAllTextAsync(file), null)));
    }

    private static bool IsAlive(int pid) => ProcessTable.Find(pid) is { IsAlive: true };
}
