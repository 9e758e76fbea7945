namespace GoldenPath.Tests.StandIns;

public sealed class SkippingSpecs : IDisposable
{
    private readonly Engine _engine = new();

    public void Dispose() => _engine.Dispose();

    [Spec]
    public async Task A_condition_at_run_time_skips_the_target_and_its_triggers_but_not_its_dependents()
    {
        var run = await _engine.RunAsync("AfterNeverDynamic");

        Assert.Equal("Prepare AfterNeverDynamic", run.Ran);
        Assert.EndsWith("// OnlyWhen: 1 > 2", run.Row("NeverDynamic"), StringComparison.Ordinal);
        Assert.EndsWith("// Skipped: because of NeverDynamic", run.Row("Archive"), StringComparison.Ordinal);
        Assert.Equal(0, run.ExitCode);
    }

    [Spec]
    public async Task A_condition_before_the_run_skips_the_dependencies_too()
    {
        var run = await _engine.RunAsync("AfterNeverStatic");

        Assert.DoesNotContain("Prepare", run.Ran, StringComparison.Ordinal);
        Assert.EndsWith("// OnlyWhen: IsServerBuild", run.Row("NeverStatic"), StringComparison.Ordinal);
        Assert.EndsWith("// Skipped: because of NeverStatic", run.Row("Prepare"), StringComparison.Ordinal);
    }

    [Spec]
    public async Task A_target_may_keep_its_dependencies_when_it_is_skipped() =>
        Assert.Equal("Prepare AfterNeverStaticButDependencies", (await _engine.RunAsync("AfterNeverStaticButDependencies")).Ran);

    [Spec]
    public async Task A_condition_that_throws_leaves_the_target_not_run_and_fails_the_build()
    {
        var run = await _engine.RunAsync("BrokenCondition");

        Assert.Equal(255, run.ExitCode);
        Assert.Equal("NotRun", run.Status("BrokenCondition"));
        Assert.Contains("Invocation of condition for BrokenCondition has thrown an exception", run.Output, StringComparison.Ordinal);
    }

    [Spec]
    public async Task Targets_named_by_skip_are_skipped_with_what_only_they_need()
    {
        var run = await _engine.RunAsync("Deploy", "--skip", "Check");

        Assert.Equal("Deploy", run.Ran);
        Assert.EndsWith("// Skipped: via parameter", run.Row("Check"), StringComparison.Ordinal);
        Assert.EndsWith("// Skipped: because of Check", run.Row("Prepare"), StringComparison.Ordinal);
    }

    [Spec]
    public async Task Skip_without_a_name_leaves_only_the_targets_that_were_asked_for() =>
        Assert.Equal("Deploy", (await _engine.RunAsync("Deploy", "--skip")).Ran);

    [Spec]
    public async Task Skip_spares_no_assured_target() =>
        Assert.Equal("Broken", (await _engine.RunAsync("NeverReached", "--skip", "TriggeredTeardown")).Ran);

    [Spec]
    public async Task Continue_skips_what_succeeded_last_time()
    {
        await _engine.RunAsync("Prepare", "Broken", "Teardown");

        var run = await _engine.RunAsync("Prepare", "Broken", "Teardown", "--continue");

        Assert.Equal("Broken", run.Ran);
        Assert.Equal("Skipped", run.Status("Teardown"));
    }

    [Spec]
    public async Task Continue_starts_anew_when_other_targets_are_asked_for()
    {
        await _engine.RunAsync("Prepare", "Broken");

        var run = await _engine.RunAsync("Prepare", "--continue");

        Assert.Equal("Prepare", run.Ran);
        Assert.Contains("Build invocation changed. Restarting ...", run.Output, StringComparison.Ordinal);
    }

    [TableSpec]
    [InlineData("RequiresGuest", "Target 'RequiresGuest' requires member 'Absent' to be not null or empty")]
    [InlineData("RequiresTruth", "Target 'RequiresTruth' requires '(")]
    public async Task A_requirement_that_is_not_met_runs_nothing_not_even_what_is_assured(string target, string message)
    {
        var run = await _engine.With("GITHUB_ACTIONS", "true").RunAsync("Prepare", target, "Teardown");

        Assert.Equal(255, run.ExitCode);
        Assert.Equal("", run.Ran);
        Assert.Contains(message, run.Output, StringComparison.Ordinal);
        Assert.Contains("NotRun", run.Output, StringComparison.Ordinal);
    }

    [Spec]
    public async Task A_required_member_without_a_value_runs_nothing()
    {
        using var engine = new Engine("RequiringBuild").With("GITHUB_ACTIONS", "true");

        var without = await engine.RunAsync("Travel", "GoHome");
        var with = await engine.RunAsync("Travel", "GoHome", "--ticket", "A1");

        Assert.Equal((255, ""), (without.ExitCode, without.Ran));
        Assert.Contains("Member 'Ticket' is required to be not null or empty", without.Output, StringComparison.Ordinal);
        Assert.Contains("travels with A1", with.Trace);
    }
}
