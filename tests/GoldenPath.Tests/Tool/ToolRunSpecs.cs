using GoldenPath.Tests.Pipeline;

namespace GoldenPath.Tests.Tool;

/// <summary>The tool runs what the targets run: the same stages, verdicts and exit codes.</summary>
public sealed class ToolRunSpecs
{
    [Spec(Timeout = 120_000)]
    public async Task Without_a_command_it_runs_the_whole_pipeline()
    {
        using var folder = Folder(Configurations.Backend());

        (await folder.RunAsync()).Exits(0).Says("golden-path: passed").Says("nothing is left running");

        Assert.Equal("passed", (string?)folder.Result["verdict"]);
        Assert.Equal(
            ["StartServices", "WaitForPort8002", "SmokeTests", "Teardown"],
            folder.Result["stages"]!.AsArray().Select(stage => (string?)stage!["name"])
        );
    }

    [TableSpec(Timeout = 120_000)]
    [InlineData(1, "product", "events.canned-answer")]
    [InlineData(2, "environment", "process.exited")]
    [InlineData(3, "configuration", null)]
    public async Task Whoever_broke_it_the_exit_code_says_so(int code, string verdict, string? cause)
    {
        using var folder = Folder(
            code switch
            {
                1 => Configurations.Backend(", AGENT_MISBEHAVIOUR: canned-answer"),
                2 => Configurations.Misbehaving("exit, \"3\""),
                _ => "name: nothing\nservces: {}\n",
            }
        );

        var ended = (await folder.RunAsync("--dry-run")).Exits(code).SaysNothingOf("   at ");

        Assert.Equal(verdict, (string?)folder.Result["verdict"]);
        Assert.Equal(cause, (string?)folder.Result["diagnosis"]?["cause"]);
        ended.Says(code == 3 ? "goldenpath.yml:2" : $"{cause} (").SaysNothingOf("build.sh");
    }

    [Spec(Timeout = 180_000)]
    public async Task The_stages_work_as_commands_of_their_own_under_either_name()
    {
        using var folder = Folder(Configurations.Backend());

        (await folder.RunAsync("start")).Exits(0).Says("started (pid").Says("end them with: goldenpath Teardown");
        (await folder.RunAsync("WaitForPort8002")).Exits(0).Says("runs already").Says("ready after");
        (await folder.RunAsync("test", "--no-issue")).Exits(0).Says("golden-path: passed");
        (await folder.RunAsync("Teardown")).Exits(0).Says("nothing is left");
        (await folder.RunAsync("teardown")).Exits(0).Says("Nothing to tear down");
    }

    [Spec(Timeout = 120_000)]
    public async Task A_stage_that_breaks_leaves_nothing_running_and_can_be_replayed()
    {
        using var folder = Folder(Configurations.Misbehaving("exit, \"3\""));

        (await folder.RunAsync("wait", "--no-issue")).Exits(2).Says("exited with code 3");
        (await folder.RunAsync("replay")).Exits(0).Says("process.exited");

        Assert.Empty(RunTraces.Leases(folder));
    }

    [Spec]
    public async Task The_doctor_tells_what_a_run_would_die_of()
    {
        using var folder = Folder("name: nothing\nservces: {}\n");

        (await folder.RunAsync("doctor")).Exits(3).Says("goldenpath.yml:2").Says("A run would fail").SaysNothingOf("   at ");

        Assert.False(folder.Has("artifacts/golden-path/latest/run.json"));
    }

    [Spec]
    public async Task The_file_of_a_folder_above_is_found_and_its_repository_is_the_one_that_counts()
    {
        using var folder = Folder(Configurations.Misbehaving("exit, \"3\""));
        Directory.CreateDirectory(Path.Combine(folder.Path, ".git"));
        Directory.CreateDirectory(Path.Combine(folder.Path, "src/deep"));

        using var command = RunningCommand.Start(
            Path.Combine(folder.Path, "src/deep"),
            [Programs.Tool, "--no-issue"],
            new() { ["GITHUB_TOKEN"] = null, ["GOLDENPATH_STATE"] = Path.Combine(folder.Path, "state") }
        );
        (await command.EndAsync()).Exits(2);

        Assert.Equal("environment", (string?)folder.Result["verdict"]);
        Assert.Empty(Directory.GetFileSystemEntries(Path.Combine(folder.Path, "src/deep")));
    }

    [TableSpec(Timeout = 180_000)]
    [InlineData("INT")]
    [InlineData("TERM")]
    [InlineData("KILL")]
    public async Task Nothing_of_a_run_is_left_whatever_ends_it(string signal)
    {
        using var run = await DeafRun.AtAsync("SmokeTests", "test command", Programs.Tool);

        await RunTraces.SignalAsync(signal, run.Command.Pid);
        var ended = await run.Command.EndAsync();

        await RunTraces.EndAsync(run.Folder, ended.Text);
        Assert.Empty(RunTraces.Leases(run.Folder));
        if (signal != "KILL")
        {
            ended.Exits(130).SaysNothingOf("   at ");
            Assert.Equal("cancelled", (string?)run.Folder.Result["verdict"]);
        }
    }

    private static PipelineFolder Folder(string configuration) => new(configuration) { Program = Programs.Tool };
}
