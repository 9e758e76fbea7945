namespace GoldenPath.Tests.StandIns;

public sealed class ComponentSpecs : IDisposable
{
    private readonly Engine _engine = new("ComponentBuild");

    public void Dispose() => _engine.Dispose();

    [Spec]
    public async Task A_build_runs_the_targets_of_its_components_as_it_redefines_them()
    {
        var run = await _engine.RunAsync();

        Assert.Equal("Bow Salute", run.Ran);
        Assert.Equal(["bows in its own way", "salutes", "shouts"], run.Told);
    }

    [Spec]
    public async Task Relations_to_a_component_that_the_build_lacks_do_not_count() =>
        Assert.Equal("Bow Salute Cheer Party", (await _engine.RunAsync("Party")).Ran);

    [Spec]
    public async Task An_overriding_target_continues_the_one_of_its_base()
    {
        var run = await _engine.RunAsync("Inherited");

        Assert.Equal(["from the base", "from the build"], run.Told);
    }

    [Spec]
    public async Task Targets_and_parameters_of_components_are_in_the_help()
    {
        var run = await _engine.RunAsync("--help");

        Assert.Contains("--style How greetings sound.", run.Words);
        Assert.Contains("Salute (default) -> Bow", run.Words);
    }

    [Spec]
    public async Task A_solution_is_found_through_the_parameter_file()
    {
        using var engine = new Engine("SolutionBuild");
        engine.WithFile(".nuke/parameters.json", """{ "Solution": "All.slnx" }""");
        engine.WithFile(
            "All.slnx",
            """<Solution><Folder Name="/src/"><Project Path="src/B/B.csproj" /></Folder><Project Path="A/A.csproj" /></Solution>"""
        );

        var run = await engine.RunAsync("--configuration", "release");

        string[] told =
        [
            $"project A {engine.Root}/A/A.csproj",
            $"project B {engine.Root}/src/B/B.csproj",
            "configuration Release",
            "artifacts True",
        ];
        Assert.Equal(told, run.Told);
    }

    [Spec]
    public async Task A_solution_that_is_required_but_missing_fails_every_target()
    {
        using var engine = new Engine("SolutionBuild");

        var run = await engine.RunAsync();

        Assert.Equal(255, run.ExitCode);
        Assert.Equal("", run.Ran);
        Assert.Contains("Member 'Solution' is required to be not null or empty", run.Output, StringComparison.Ordinal);
    }
}
