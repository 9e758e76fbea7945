using System.Diagnostics;

namespace GoldenPath.Tests.Scripts;

/// <summary>When the pipeline is built again, and when not.</summary>
public sealed class RebuildSpecs(BuiltCheckout built) : IClassFixture<BuiltCheckout>, IDisposable
{
    private readonly Checkout _checkout = built.Copy();

    public void Dispose() => _checkout.Dispose();

    [Spec]
    public async Task An_unchanged_checkout_is_not_built_again()
    {
        await _checkout.RunAsync();

        Assert.Equal(1, _checkout.Compilations);
    }

    [TableSpec]
    [InlineData("build/Program.cs")]
    [InlineData("build/Another.cs")]
    [InlineData("src/GoldenPath/Thing.cs")]
    [InlineData("src/GoldenPath.Other/Thing.cs")]
    [InlineData("standins/Thing.cs")]
    [InlineData("Directory.Packages.props")]
    [InlineData("Directory.Build.targets")]
    [InlineData("global.json")]
    public async Task A_source_that_was_changed_or_added_is_noticed(string path)
    {
        _checkout.Write(path, _checkout.Has(path) ? await File.ReadAllTextAsync(_checkout.In(path)) : "");

        Assert.Equal(1, await CountBuildsAsync());
        Assert.Equal(1, await CountBuildsAsync());
    }

    [Spec]
    public async Task A_source_that_was_removed_is_noticed()
    {
        File.Delete(_checkout.In("src/GoldenPath/Thing.cs"));

        Assert.Equal(1, await CountBuildsAsync());
    }

    [Spec]
    public async Task Other_packages_are_a_change_too()
    {
        Assert.Equal(1, await CountBuildsAsync("--standins", "false"));
        Assert.Equal(1, await CountBuildsAsync());
        Assert.Equal(2, await CountBuildsAsync("--standins", "true"));
    }

    [Spec]
    public async Task A_feed_without_the_compiler_to_machine_code_costs_speed_and_nothing_else()
    {
        _checkout.Write("build/Another.cs", "");
        var refusal = "case \"$*\" in *Precompile*) echo 'error NU1101: Unable to find package'; exit 1 ;; esac";

        Assert.Equal(1, await CountBuildsAsync(refusal, []));
        Assert.Equal(1, await CountBuildsAsync(refusal, []));
    }

    [TableSpec]
    [InlineData("build/bin/Debug/something.txt")]
    [InlineData("src/GoldenPath/obj/something.txt")]
    [InlineData("src/AgentBackend/Program.cs")]
    [InlineData("README.md")]
    public async Task What_is_no_source_of_the_pipeline_does_not_count(string path)
    {
        _checkout.Write(path, "");

        Assert.Equal(0, await CountBuildsAsync());
    }

    [Spec]
    public async Task A_pipeline_that_does_not_compile_is_told_with_the_errors_alone_and_not_run()
    {
        _checkout.Write("build/Program.cs", "int x = \"no number\";");

        var run = await _checkout.RunAsync("X");

        Assert.Equal((3, ""), (run.ExitCode, run.Output));
        Assert.Contains("build/Program.cs(1,9): error CS0029", run.Errors, StringComparison.Ordinal);
        Assert.Contains("The pipeline does not compile, so nothing was run.", run.Errors, StringComparison.Ordinal);
        Assert.True(run.Errors.Trim().Split('\n').Length < 4, run.Errors);
    }

    [Spec]
    public async Task A_pipeline_that_did_not_compile_is_built_again_when_it_is_mended()
    {
        var good = await File.ReadAllTextAsync(_checkout.In("build/Program.cs"));
        _checkout.Write("build/Program.cs", "no program");
        await _checkout.RunAsync();
        _checkout.Write("build/Program.cs", good);

        Assert.True((await _checkout.RunAsync()).PipelineRan);
    }

    [TableSpec]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Two_runs_at_once_build_once(bool flock)
    {
        if (!flock)
            _checkout.With("PATH", Tools.Without(_checkout.In("path"), "flock"));
        _checkout.Write("build/Program.cs", "System.Console.WriteLine(\"pid=new\");");

        var runs = await Task.WhenAll(_checkout.RunAsync(), _checkout.RunAsync(), _checkout.RunAsync());

        Assert.All(runs, x => Assert.Equal((0, "pid=new\n"), (x.ExitCode, x.Output)));
        Assert.Equal(2, _checkout.Compilations);
        Assert.False(_checkout.Has(".nuke/temp/pipeline.lock.d"));
    }

    [Spec]
    public async Task A_lock_that_a_dead_process_left_is_taken_over()
    {
        using var dead = Process.Start("true");
        await dead.WaitForExitAsync();
        _checkout.With("PATH", Tools.Without(_checkout.In("path"), "flock"));
        _checkout.Write(".nuke/temp/pipeline.lock.d/pid", $"{dead.Id}\n");
        _checkout.Write("build/Another.cs", "");

        Assert.True((await _checkout.RunAsync()).PipelineRan);
    }

    [Spec]
    public async Task Without_an_SDK_and_a_way_to_one_the_script_says_what_to_do()
    {
        _checkout.With("PATH", Tools.Without(_checkout.In("path"), "dotnet", "curl", "wget"));

        var run = await _checkout.RunAsync("X");

        Assert.Equal((3, ""), (run.ExitCode, run.Output));
        Assert.Contains("GoldenPath needs the .NET SDK that global.json names", run.Errors, StringComparison.Ordinal);
        Assert.Contains("https://dot.net/download", run.Errors, StringComparison.Ordinal);
    }

    [Spec]
    public async Task A_fetched_SDK_is_used_where_the_machine_has_none()
    {
        // What the official script would leave: here a folder that hands on to the SDK of this machine.
        _checkout.With("PATH", Tools.Without(_checkout.In("path"), "dotnet", "curl", "wget"));
        await _checkout.WriteProgramAsync(".nuke/temp/dotnet/dotnet", $"exec \"{Tools.Find("dotnet")}\" \"$@\"");
        _checkout.Write("build/Another.cs", "");

        Assert.True((await _checkout.With("DOTNET_ROOT", "").RunAsync()).PipelineRan);
    }

    // A program in place of the SDK that only writes down what it is asked for: the question is whether it is.
    private Task<int> CountBuildsAsync(params string[] arguments) => CountBuildsAsync("", arguments);

    private async Task<int> CountBuildsAsync(string first, string[] arguments)
    {
        await _checkout.WriteProgramAsync("tools/dotnet", $"{first}\necho \"$1\" >>'{_checkout.In("asked.txt")}'");
        _checkout.With("PATH", $"{_checkout.In("tools")}:{Environment.GetEnvironmentVariable("PATH")}");
        Assert.Equal(0, (await _checkout.RunAsync(arguments)).ExitCode);
        return (await File.ReadAllLinesAsync(_checkout.In("asked.txt"))).Count(x => x == "build");
    }
}
