using System.Diagnostics;
using GoldenPath.Docker.Compose;
using GoldenPath.Docker.Containers;
using GoldenPath.Docker.Engine;
using GoldenPath.Pipeline;
using GoldenPath.Runs;
using GoldenPath.Services;

namespace GoldenPath.Tests.Diagnosis.Matrix;

/// <summary>Injects a fault and lets the pipeline run into it, stage by stage as its targets do.</summary>
internal static class FaultRun
{
    public static async Task<FaultOutcome> RunAsync(Fault fault, int round, string folder, string? engine = null)
    {
        Directory.CreateDirectory(folder);
        await using var scene = new Scene(folder) { Engine = engine };
        var began = Stopwatch.GetTimestamp();
        var outcome = new FaultOutcome(fault, round);
        try
        {
            await fault.Arrange(scene);
            outcome = outcome with { Result = await WalkAsync(fault, scene).WaitAsync(scene.Budget + TimeSpan.FromSeconds(30)) };
        }
        catch (Exception problem) when (problem is not OutOfMemoryException)
        {
            outcome = outcome with { Problem = problem.ToString() }; // Told by the row of the fault; the others go on.
        }

        scene.KeepArtifacts();
        var runs = Path.Combine(scene.Artifacts, "golden-path");
        var run = Directory.Exists(runs) ? Directory.GetDirectories(runs, "2*").Order(StringComparer.Ordinal).LastOrDefault() : null;
        return outcome with
        {
            Folder = run ?? "",
            Result = run is null ? null : RunJson.TryRead(Path.Combine(run, "run.json")) ?? outcome.Result,
            Console = scene.Console.Text,
            Mentions = [.. scene.Mentions],
            Secrets = scene.Secrets.All,
            Took = Stopwatch.GetElapsedTime(began),
        };
    }

    private static async Task<RunResult?> WalkAsync(Fault fault, Scene scene)
    {
        var settings = new RunSettings
        {
            Root = scene.Folder,
            Config = scene.Configure(),
            Artifacts = scene.Artifacts,
            Timeout = scene.Budget,
            NoIssue = true,
        };
        using var engines = new Engines(new EngineLocator(name => name == "DOCKER_HOST" ? scene.Engine : null, "/nonexistent"));
        await using var run = new PipelineRun(
            settings,
            scene.Console,
            [new ProcessHost(), new ContainerHost(engines), new ComposeHost(engines)]
        );
        using var over = new CancellationTokenSource();
        var meanwhile = fault.Meanwhile?.Invoke(scene, over.Token) ?? Task.CompletedTask;
        await StagesAsync(run);
        await over.CancelAsync();
        try
        {
            await meanwhile;
        }
        catch (OperationCanceledException)
        {
            // It waited for what did not come before the run was over.
        }

        return run.Result;
    }

    private static async Task StagesAsync(PipelineRun run)
    {
        try
        {
            await run.RunAllAsync();
        }
        catch (PipelineException)
        {
            // The result tells it.
        }
    }
}
