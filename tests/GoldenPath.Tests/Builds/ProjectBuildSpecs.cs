using System.Diagnostics;
using GoldenPath.Builds;
using GoldenPath.Guard.Processes;

namespace GoldenPath.Tests.Builds;

public sealed class ProjectBuildSpecs
{
    [Spec(Timeout = 300_000)]
    public async Task A_project_is_built_once_and_again_when_what_it_references_changes()
    {
        await using var checkout = await Checkout.CreateAsync();
        Assert.Equal("first", await SayAsync(checkout));
        Assert.Equal("first", await SayAsync(checkout));
        Assert.Equal(1, checkout.Builds);

        checkout.Write("Core/Text.cs", "namespace Core; public static class Text { public const string Said = \"second\"; }");
        Assert.Equal("second", await SayAsync(checkout));
        Assert.Equal(2, checkout.Builds);

        File.Delete(checkout.File("App/bin/Debug/net10.0/Core.dll"));
        Assert.False(BuildStamp.Load(Directory.GetFiles(checkout.Stamps, "*.json").Single())!.IsCurrent());
    }

    [Spec(Timeout = 300_000)]
    public async Task Two_runs_in_one_checkout_build_one_after_the_other_and_only_once()
    {
        await using var checkout = await Checkout.CreateAsync();
        var assemblies = await Task.WhenAll(
            checkout.Build().BuildAsync("App", default),
            checkout.Build().BuildAsync("App/App.csproj", default)
        );

        Assert.Equal(checkout.File("App/bin/Debug/net10.0/App.dll"), assemblies[0]);
        Assert.Equal(assemblies[0], assemblies[1]);
        Assert.Equal(1, checkout.Builds);
        Assert.DoesNotContain(Directory.GetFiles(checkout.Stamps), file => file.EndsWith(".result", StringComparison.Ordinal));
    }

    [Spec(Timeout = 300_000)]
    public async Task A_project_that_does_not_compile_fails_with_its_errors()
    {
        await using var checkout = await Checkout.CreateAsync();
        checkout.Write("App/Program.cs", "var x = 1;\nSystem.Console.WriteLine(y)\n");
        var failure = (await Assert.ThrowsAsync<PipelineException>(() => checkout.Build().BuildAsync("App", default))).Failure;

        Assert.Equal((new Cause(Causes.BuildFailed), Verdict.Environment), (failure.Cause, Verdicts.Of(Stages.StartServices, failure)));
        Assert.Equal("Project 'App' does not build: App/Program.cs:2: error CS1002: ; expected", failure.Summary);
        Assert.Equal(["App/Program.cs:2: error CS1002: ; expected"], failure.Details);
        Assert.StartsWith("logs/build.App.log:", failure.Evidence.Single().Source, StringComparison.Ordinal);
        Assert.Equal("dotnet build App", failure.Remedies.Single().Command);
    }

    [Spec(Timeout = 300_000)]
    public async Task Without_a_compiler_error_the_last_lines_are_told()
    {
        await using var checkout = await Checkout.CreateAsync();
        checkout.Write("global.json", """{ "sdk": { "version": "99.0.100", "rollForward": "disable" } }""");
        var failure = (await Assert.ThrowsAsync<PipelineException>(() => checkout.Build().BuildAsync("App", default))).Failure;

        Assert.Equal(Causes.BuildFailed, failure.Cause);
        Assert.Contains(failure.Details, line => line.Contains("99.0.100", StringComparison.Ordinal));
    }

    [Spec(Timeout = 300_000)]
    public async Task A_project_with_several_frameworks_has_no_single_assembly()
    {
        await using var checkout = await Checkout.CreateAsync();
        checkout.Write(
            "Core/Core.csproj",
            """<Project Sdk="Microsoft.NET.Sdk"><PropertyGroup><TargetFrameworks>net10.0</TargetFrameworks></PropertyGroup></Project>"""
        );
        checkout.Write("Core/Text.cs", "");
        var failure = (await Assert.ThrowsAsync<PipelineException>(() => checkout.Build().BuildAsync("Core", default))).Failure;

        Assert.Equal(
            "Project 'Core' does not build: it gives no single assembly. Write TargetFramework instead of TargetFrameworks",
            failure.Summary
        );
    }

    [Spec(Timeout = 300_000)]
    public async Task A_cancelled_build_is_stopped_and_leaves_the_lock_free()
    {
        await using var checkout = await Checkout.CreateAsync();
        using var cancellation = new CancellationTokenSource();
        var building = checkout.Build().BuildAsync("App", cancellation.Token);
        await Wait.UntilAsync(() => checkout.Builds == 1);
        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => building);
        Assert.DoesNotContain(
            ProcessTable.Snapshot().Keys,
            pid => ProcessTable.CommandLine(pid).Contains(checkout.File("App"), StringComparison.Ordinal)
        );
        (await BuildLock.TakeAsync(Path.Combine(checkout.Stamps, "lock"), TimeProvider.System, default)).Dispose();
    }

    private static async Task<string> SayAsync(Checkout checkout)
    {
        var assembly = await checkout.Build().BuildAsync("App", default);
        using var process = Process.Start(new ProcessStartInfo("dotnet", [assembly]) { RedirectStandardOutput = true })!;
        return (await process.StandardOutput.ReadToEndAsync()).Trim();
    }
}
