namespace GoldenPath.Tests.Pipeline;

public sealed class SeparateCommandSpecs
{
    [Spec(Timeout = 120_000)]
    public async Task The_stages_work_as_commands_of_their_own()
    {
        using var folder = new PipelineFolder(Configurations.Backend());

        (await folder.RunAsync("StartServices")).Exits(0).Says("started (pid").Says("Teardown");
        (await folder.RunAsync("StartServices")).Exits(0).Says("runs already");
        (await folder.RunAsync("WaitForPort8002")).Exits(0).Says("ready after");
        (await folder.RunAsync("SmokeTests")).Exits(0).Says("golden-path: passed");
        Assert.Equal("passed", (string?)folder.Result["verdict"]);
        (await folder.RunAsync("Teardown")).Exits(0).Says("nothing is left");
        (await folder.RunAsync("Teardown")).Exits(0).Says("Nothing to tear down");

        Assert.True((bool)folder.Result["teardown"]!["verified"]!);
        Assert.Equal("Teardown", (string?)folder.Result["stages"]!.AsArray()[^1]!["name"]);
    }

    [Spec]
    public async Task A_teardown_where_nothing_runs_is_a_quiet_success()
    {
        using var folder = new PipelineFolder(Configurations.Backend());

        (await folder.RunAsync("Teardown")).Exits(0);

        Assert.False(Directory.Exists(Path.Combine(folder.Path, "artifacts/golden-path")));
    }

    [Spec(Timeout = 120_000)]
    public async Task Kept_services_go_on_running_until_they_are_torn_down()
    {
        using var folder = new PipelineFolder(Configurations.Backend());

        (await folder.RunAsync("SmokeTest", "--keep")).Exits(0).Says("Teardown");
        (await folder.RunAsync("SmokeTests")).Exits(0).Says("runs already");
        (await folder.RunAsync("Teardown")).Exits(0).Says("nothing is left");
    }
}
