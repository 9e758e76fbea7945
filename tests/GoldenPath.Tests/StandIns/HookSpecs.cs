namespace GoldenPath.Tests.StandIns;

public sealed class HookSpecs : IDisposable
{
    private readonly Engine _engine = new();

    public void Dispose() => _engine.Dispose();

    [Spec]
    public async Task Hooks_are_called_from_created_to_finished()
    {
        var run = await _engine.RunAsync("NeverDynamic", "Broken", "Early");

        string[] outer = ["created", $"initialized {run.Plan}"];
        Assert.Equal(outer, run.Trace.Take(2));
        Assert.Equal("finished", run.Trace[^1]);
        Assert.Equal(
            ["running Broken", "failed Broken"],
            run.Trace.Where(x => x.EndsWith(" Broken", StringComparison.Ordinal) && !x.StartsWith("init", StringComparison.Ordinal))
        );
        Assert.DoesNotContain("succeeded Broken", run.Trace);
    }

    [Spec]
    public async Task A_skipped_target_has_a_hook_of_its_own()
    {
        var run = await _engine.RunAsync("NeverDynamic");

        Assert.Contains("skipped NeverDynamic", run.Trace);
        Assert.DoesNotContain("running NeverDynamic", run.Trace);
    }

    [Spec]
    public async Task The_last_hook_comes_after_the_table()
    {
        var run = await _engine.RunAsync();

        var lines = run.Lines.ToList();
        Assert.True(lines.FindIndex(x => x.StartsWith("Build succeeded on ", StringComparison.Ordinal)) < lines.IndexOf("trace: finished"));
    }

    [TableSpec]
    [InlineData("--help")]
    [InlineData("--plan")]
    public async Task Asking_about_the_build_runs_nothing_and_ends_well(string question)
    {
        var run = await _engine.RunAsync("Broken", question);

        Assert.Equal(0, run.ExitCode);
        Assert.Equal("created", Assert.Single(run.Trace));
    }
}
