namespace GoldenPath.Tests.StandIns;

public sealed class FailureSpecs : IDisposable
{
    private readonly Engine _engine = new();

    public void Dispose() => _engine.Dispose();

    [TableSpec]
    [InlineData("Broken")]
    [InlineData("BrokenAsync")]
    public async Task A_target_that_throws_fails_the_build_with_255_and_its_stack(string target)
    {
        var run = await _engine.RunAsync(target);

        Assert.Equal(255, run.ExitCode);
        Assert.Contains(run.Lines, x => x.EndsWith($"[ERR] Target {target} has thrown an exception", StringComparison.Ordinal));
        Assert.Contains("   at EngineSample.TracedBuild.Break()", run.Output, StringComparison.Ordinal);
        Assert.EndsWith("// InvalidOperationException: It broke.", run.Row(target), StringComparison.Ordinal);
        Assert.Contains(run.Lines, x => x.StartsWith("Build failed on ", StringComparison.Ordinal));
    }

    [Spec]
    public async Task What_comes_after_a_failed_target_is_not_run()
    {
        var run = await _engine.RunAsync("AfterBroken");

        Assert.Equal("Broken", run.Ran);
        Assert.Equal(("Failed", "NotRun"), (run.Status("Broken"), run.Status("AfterBroken")));
    }

    [Spec]
    public async Task Assured_targets_of_the_plan_run_after_a_failure_in_plan_order()
    {
        var run = await _engine.RunAsync("AfterBroken", "Teardown", "BrokenTeardown");

        Assert.Equal("Broken BrokenTeardown Teardown", run.Ran);
        Assert.Equal(
            ["running Broken", "failed Broken", "running BrokenTeardown"],
            run.Trace.SkipWhile(x => x != "running Broken").Take(3)
        );
        Assert.Equal("Succeeded", run.Status("Teardown"));
        Assert.Equal(255, run.ExitCode);
    }

    [Spec]
    public async Task An_assured_target_that_is_not_in_the_plan_does_not_run() =>
        Assert.Equal("Broken", (await _engine.RunAsync("Broken")).Ran);

    [Spec]
    public async Task An_assured_target_runs_even_if_its_own_dependency_failed() =>
        Assert.Equal("Broken OrphanedTeardown", (await _engine.RunAsync("OrphanedTeardown")).Ran);

    [Spec]
    public async Task An_assured_target_runs_even_if_its_trigger_never_did() =>
        Assert.Equal("Broken TriggeredTeardown", (await _engine.RunAsync("NeverReached")).Ran);

    [Spec]
    public async Task An_assured_target_with_a_condition_on_failures_runs_on_failure_only()
    {
        var red = await _engine.RunAsync("Broken", "OnFailureOnly");
        var green = await _engine.RunAsync("Prepare", "OnFailureOnly");

        Assert.Contains("looks at Broken", red.Trace);
        Assert.Equal("Skipped", green.Status("OnFailureOnly"));
        Assert.Equal(0, green.ExitCode);
    }

    [Spec]
    public async Task Triggers_of_a_failed_target_do_not_run() =>
        Assert.Equal("TriggersInVain", (await _engine.RunAsync("TriggersInVain")).Ran);

    [Spec]
    public async Task A_failure_that_may_be_passed_over_stops_nothing_and_still_fails_the_build()
    {
        var run = await _engine.RunAsync("AfterBrokenButGoesOn");

        Assert.Equal(["AfterBrokenButGoesOn", "Archive", "BrokenButGoesOn"], run.Ran.Split(' ').Order(StringComparer.Ordinal));
        Assert.Equal("Failed", run.Status("BrokenButGoesOn"));
        Assert.Equal(255, run.ExitCode);
    }

    [Spec]
    public async Task A_logged_error_alone_fails_nothing() => Assert.Equal(0, (await _engine.RunAsync("Complain")).ExitCode);

    [Spec]
    public async Task A_tool_that_fails_is_told_with_its_exit_code_command_and_errors()
    {
        var run = await _engine.RunAsync("RunTool");

        Assert.Equal(255, run.ExitCode);
        Assert.EndsWith("// ProcessException: Process 'bash' exited with code 3.", run.Row("RunTool"), StringComparison.Ordinal);
        Assert.Contains($"   @ {_engine.Root}", run.Lines);
        Assert.Contains("   oops", run.Lines);
    }

    [TableSpec]
    [InlineData(42, "ChooseExitCode")]
    [InlineData(43, "BrokenWithExitCode")]
    [InlineData(7, "Broken", "--code-on-failure", "7")]
    [InlineData(255, "Broken", "--code-on-finish", "7")]
    [InlineData(0, "Greet", "--code-on-finish", "7")]
    public async Task The_exit_code_is_the_one_that_the_build_set_before_it_finished(int exitCode, params string[] arguments) =>
        Assert.Equal(exitCode, (await _engine.RunAsync(arguments)).ExitCode);

    [Spec]
    public async Task A_last_hook_that_throws_crashes_even_a_green_build()
    {
        var run = await _engine.RunAsync("Greet", "--break-on-finish");

        Assert.Equal(134, run.ExitCode);
        Assert.Equal("Succeeded", run.Status("Greet"));
    }
}
