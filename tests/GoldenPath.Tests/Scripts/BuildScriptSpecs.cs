using System.Diagnostics;
using System.Globalization;

namespace GoldenPath.Tests.Scripts;

/// <summary>What the entry scripts hand on to the pipeline.</summary>
public sealed class BuildScriptSpecs(BuiltCheckout built) : IClassFixture<BuiltCheckout>, IDisposable
{
    private readonly Checkout _checkout = built.Copy();

    public void Dispose() => _checkout.Dispose();

    [TableSpec]
    [InlineData("build.sh")]
    [InlineData("build.cmd")]
    public async Task Arguments_reach_the_pipeline_as_they_are(string script)
    {
        var run = await _checkout.RunInAsync(_checkout.Root, script, "A+B", "two words", "", "*", "$HOME", "--keep");

        Assert.Equal((0, ""), (run.ExitCode, run.Errors));
        Assert.Equal(["A+B", "two words", "", "*", "$HOME", "--keep"], run.Arguments);
    }

    [TableSpec]
    [InlineData("build.sh")]
    [InlineData("build.cmd")]
    public async Task The_exit_code_is_the_one_of_the_pipeline(string script) =>
        Assert.Equal(4, (await _checkout.RunInAsync(_checkout.Root, script, "exit", "4")).ExitCode);

    [TableSpec]
    [InlineData("--standins", "true", "X")]
    [InlineData("X", "--standins", "true")]
    [InlineData("--standins=true", "X")]
    public async Task The_choice_of_packages_is_not_handed_on(params string[] arguments) =>
        Assert.Equal(["X"], (await _checkout.RunAsync(arguments)).Arguments);

    [TableSpec]
    [InlineData("--standins", "maybe")]
    [InlineData("X", "--standins")]
    [InlineData("--standins", "--help")]
    public async Task A_choice_that_is_none_is_a_usage_error(params string[] arguments)
    {
        var run = await _checkout.RunAsync(arguments);

        Assert.Equal((3, ""), (run.ExitCode, run.Output));
        Assert.StartsWith("--standins is true, false or auto (ask the feed again), not '", run.Errors, StringComparison.Ordinal);
    }

    [TableSpec]
    [InlineData("build.sh")]
    [InlineData("build.cmd")]
    public async Task Signals_reach_the_pipeline_because_the_script_becomes_it(string script)
    {
        using var process = _checkout.Start(_checkout.Root, script, "wait");
        while (await process.StandardOutput.ReadLineAsync() is { } line && !line.StartsWith("pid=", StringComparison.Ordinal)) { }

        using (var kill = Process.Start("kill", ["-TERM", process.Id.ToString(CultureInfo.InvariantCulture)]))
            await kill.WaitForExitAsync();
        await process.WaitForExitAsync();

        Assert.Equal(143, process.ExitCode);
    }

    [TableSpec]
    [InlineData("PORT")]
    [InlineData("port")]
    [InlineData("DRY_RUN")]
    [InlineData("DryRun")]
    [InlineData("HOST")]
    [InlineData("root")]
    [InlineData("TARGET")]
    [InlineData("NO_ISSUE")]
    [InlineData("CONFIGURATION")]
    public async Task Variables_that_the_engine_would_take_for_parameters_step_aside(string name)
    {
        var run = await _checkout.With(name, "a value").RunAsync();

        Assert.DoesNotContain($"{name}=a value", run.Lines);
        Assert.Contains($"GOLDENPATH_ENV_{name}=a value", run.Lines);
    }

    [TableSpec]
    [InlineData("NUKE_PORT")]
    [InlineData("HOSTNAME")]
    [InlineData("GITHUB_REPOSITORY")]
    [InlineData("GITHUB_TOKEN")]
    [InlineData("MY_PORT")]
    public async Task Other_variables_stay(string name) =>
        Assert.Contains($"{name}=a value", (await _checkout.With(name, "a value").RunAsync()).Lines);

    [Spec]
    public async Task Without_a_terminal_the_engine_is_told_of_none()
    {
        var run = await _checkout.RunAsync();

        Assert.Contains("TERM=dumb", run.Lines);
        Assert.Contains("GOLDENPATH_ENV_TERM=xterm", run.Lines);
    }

    [Spec]
    public async Task From_outside_the_repository_the_engine_is_told_its_root()
    {
        Assert.Equal(["X", "--root", _checkout.Root], (await _checkout.RunInAsync("/", "build.sh", "X")).Arguments);
        Assert.Equal(["X"], (await _checkout.RunInAsync(_checkout.In("src"), "build.sh", "X")).Arguments);
        Assert.Equal(["X", "--root", "/"], (await _checkout.RunInAsync("/", "build.sh", "X", "--root", "/")).Arguments);
    }

    [Spec]
    public async Task In_a_folder_with_another_root_the_engine_is_told_its_own()
    {
        Directory.CreateDirectory(_checkout.In("samples/other/.nuke"));

        Assert.Equal(
            ["X", "--root", _checkout.Root],
            (await _checkout.RunInAsync(_checkout.In("samples/other"), "build.sh", "X")).Arguments
        );
    }

    [TableSpec]
    [InlineData("build.sh")]
    [InlineData("build.cmd")]
    public async Task A_link_to_a_script_is_the_script(string script)
    {
        Directory.CreateDirectory(_checkout.In("elsewhere/bin"));
        File.CreateSymbolicLink(_checkout.In($"elsewhere/{script}"), $"../{script}");
        File.CreateSymbolicLink(_checkout.In("elsewhere/bin/smoke"), $"../{script}");

        Assert.Equal(["two words"], (await _checkout.RunInAsync(_checkout.Root, "elsewhere/bin/smoke", "two words")).Arguments);
    }
}
