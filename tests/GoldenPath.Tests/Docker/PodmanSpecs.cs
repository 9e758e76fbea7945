using GoldenPath.Guard.Engine;
using GoldenPath.Guard.Leases;
using GoldenPath.Tests.Pipeline;

namespace GoldenPath.Tests.Docker;

/// <summary>Podman's engine runs containers as Docker's does, as far as the pipeline goes.</summary>
[Collection(EngineSpecs.Name)]
public sealed class PodmanSpecs(EngineFixture engine)
{
    [PodmanSpec]
    public async Task A_run_on_Podman_is_proved_told_by_its_end_and_cleaned_up_after_a_kill()
    {
        await using var podman = new PodmanEngine();
        await podman.ReadyAsync();

        await IsProvedAsync(podman);
        await IsToldByItsEndAsync(podman);
        await IsCleanedUpAfterAKillAsync(podman);
    }

    private async Task IsProvedAsync(PodmanEngine podman)
    {
        using var folder = ContainerFiles.Folder(engine, ContainerFiles.Backend, podman.Address.ToString());

        (await folder.RunAsync("SmokeTest")).Exits(0);

        var service = folder.Result["services"]![0]!;
        Assert.True((bool)service["identity"]!["verified"]!);
        Assert.Matches("^[0-9a-f]{64}$", (string?)service["identity"]!["containerId"]);
        await IsEmptyAsync(podman, (string)folder.Result["runId"]!);
    }

    private async Task IsToldByItsEndAsync(PodmanEngine podman)
    {
        using var folder = ContainerFiles.Folder(engine, ContainerFiles.Script("echo last words; exit 3"), podman.Address.ToString());

        (await folder.RunAsync("SmokeTest")).Exits(2);

        Assert.Equal("docker.container-exited", (string?)folder.Result["diagnosis"]!["cause"]);
        Assert.Contains("exited with code 3", (string?)folder.Result["diagnosis"]!["summary"], StringComparison.Ordinal);
        Assert.Contains("last words", folder.Read("artifacts/golden-path/latest/logs/backend.log"), StringComparison.Ordinal);
    }

    private async Task IsCleanedUpAfterAKillAsync(PodmanEngine podman)
    {
        using var folder = ContainerFiles.Folder(
            engine,
            ContainerFiles.Script($"echo up; trap '' TERM; {ContainerFiles.Staying}"),
            podman.Address.ToString()
        );
        using var run = folder.Start("SmokeTest", "--no-issue");
        await Wait.UntilAsync(() => folder.Has("artifacts/golden-path/latest/logs/backend.log"), TimeSpan.FromSeconds(60));
        var id = Path.GetFileName(
            Directory.ResolveLinkTarget(Path.Combine(folder.Path, "artifacts/golden-path/latest"), returnFinalTarget: true)!.FullName
        );

        await RunTraces.SignalAsync("KILL", run.Pid);

        await Wait.UntilAsync(() => RunTraces.Leases(folder).Length == 0, TimeSpan.FromSeconds(30), "the end of the lease");
        await IsEmptyAsync(podman, id);
    }

    private static async Task IsEmptyAsync(PodmanEngine podman, string run)
    {
        using var client = new EngineClient(new EngineAddress(podman.Address.ToString()));
        Assert.Empty(await client.FindAsync("io.goldenpath.run", run, CancellationToken.None));
    }
}
