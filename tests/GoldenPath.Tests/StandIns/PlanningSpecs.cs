namespace GoldenPath.Tests.StandIns;

public sealed class PlanningSpecs : IDisposable
{
    private readonly Engine _engine = new();

    public void Dispose() => _engine.Dispose();

    [Spec]
    public async Task The_default_target_runs_when_none_is_named()
    {
        var run = await _engine.RunAsync();

        Assert.Equal(0, run.ExitCode);
        Assert.Equal("Greet", run.Ran);
        Assert.Contains("Hello nobody!", run.Lines);
    }

    [TableSpec]
    [InlineData("Check", "Prepare Check")]
    [InlineData("Needy", "Provider Needy")]
    [InlineData("Start", "Start Notify Archive")]
    [InlineData("Publish", "Publish Listener")]
    public async Task Dependencies_and_triggers_join_the_plan_transitively(string target, string ran)
    {
        var run = await _engine.RunAsync(target);

        Assert.Equal(ran, run.Ran);
    }

    [Spec]
    public async Task Before_and_after_order_targets_but_add_none()
    {
        Assert.Equal("Late", (await _engine.RunAsync("Late")).Ran);
        Assert.Equal("Eager Early Late", (await _engine.RunAsync("Late", "Early", "Eager")).Ran);
    }

    [Spec]
    public async Task A_triggered_target_comes_after_its_trigger_but_not_after_what_depends_on_that() =>
        Assert.Equal("Acquire Release Use", (await _engine.RunAsync("Use")).Ran);

    [Spec]
    public async Task A_triggered_target_waits_for_the_dependents_that_it_is_ordered_after() =>
        Assert.Equal("AcquireCarefully UseCarefully ReleaseCarefully", (await _engine.RunAsync("UseCarefully")).Ran);

    [TableSpec]
    [InlineData("early", "late")]
    [InlineData("EARLY", "l-a-t-e")]
    [InlineData("Early+Late")]
    [InlineData("--target", "Early", "Late")]
    [InlineData("--target", "early+late")]
    public async Task Targets_are_named_in_any_case_with_or_without_dashes_by_blanks_or_by_plus(params string[] arguments) =>
        Assert.Equal("Early Late", (await _engine.RunAsync(arguments)).Ran);

    [Spec]
    public async Task An_unknown_target_lists_the_known_ones_and_nothing_runs()
    {
        var run = await _engine.RunAsync("Nope", "Greet");

        Assert.Equal(255, run.ExitCode);
        Assert.Contains("Target with name 'Nope' does not exist. Available targets are:", run.Lines);
        Assert.Contains("  - Greet", run.Lines);
        Assert.Equal("created", Assert.Single(run.Trace));
    }

    [Spec]
    public async Task A_cycle_fails_every_build_even_one_that_needs_none_of_it()
    {
        using var engine = new Engine("CyclicBuild");

        var run = await engine.RunAsync("Innocent");

        Assert.Equal(255, run.ExitCode);
        Assert.Contains("Circular dependencies between targets:", run.Output, StringComparison.Ordinal);
        Assert.Contains("Hen", run.Output, StringComparison.Ordinal);
        Assert.Contains("Egg", run.Output, StringComparison.Ordinal);
        Assert.Equal("created", Assert.Single(run.Trace));
    }

    [Spec]
    public async Task A_target_without_actions_is_planned_but_not_in_the_table()
    {
        var run = await _engine.RunAsync("Everything");

        Assert.EndsWith("Deploy Everything", run.Plan, StringComparison.Ordinal);
        Assert.DoesNotContain("Everything", run.Ran, StringComparison.Ordinal);
        Assert.Equal("", run.Row("Everything"));
    }
}
