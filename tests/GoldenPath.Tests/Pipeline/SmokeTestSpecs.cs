using System.Net.NetworkInformation;

namespace GoldenPath.Tests.Pipeline;

public sealed class SmokeTestSpecs
{
    [Spec]
    public async Task A_healthy_backend_passes_and_nothing_is_left()
    {
        using var folder = new PipelineFolder(Configurations.Backend());

        (await folder.RunAsync("SmokeTest")).Exits(0).Says("golden-path: passed");

        var result = folder.Result;
        Assert.Equal("passed", (string?)result["verdict"]);
        Assert.Equal(
            ["StartServices", "WaitForPort8002", "SmokeTests", "Teardown"],
            result["stages"]!.AsArray().Select(stage => (string?)stage!["name"])
        );
        Assert.All(result["stages"]!.AsArray(), stage => Assert.Equal("succeeded", (string?)stage!["outcome"]));
        var service = result["services"]![0]!;
        Assert.True((bool)service["identity"]!["verified"]!);
        Assert.True((bool)result["teardown"]!["verified"]!);
        Assert.False(IsListening(new Uri((string)service["endpoint"]!).Port));
    }

    [Spec]
    public async Task The_default_target_is_the_whole_pipeline()
    {
        using var folder = new PipelineFolder(Configurations.Backend());

        (await folder.RunAsync()).Exits(0).Says("SmokeTests").Says("Teardown");
    }

    [TableSpec]
    [InlineData("no-tool-completed", "events.unbalanced-tool")]
    [InlineData("canned-answer", "events.canned-answer")]
    public async Task A_product_that_answers_wrongly_is_the_products_fault(string misbehaviour, string cause)
    {
        using var folder = new PipelineFolder(Configurations.Backend($", AGENT_MISBEHAVIOUR: {misbehaviour}"));

        (await folder.RunAsync("SmokeTest", "--file-issue")).Exits(1);

        Assert.Equal("product", (string?)folder.Result["verdict"]);
        Assert.Equal(cause, (string?)folder.Result["diagnosis"]!["cause"]);
        Assert.Equal("queued", (string?)folder.Result["issue"]!["action"]);
        var labels = folder.Result["issue"]!["labels"]!.AsArray().Select(label => (string?)label).ToList();
        Assert.Superset(new HashSet<string?> { "P0", "golden-path", "product", "websocket", "test-failure" }, labels.ToHashSet());
        Assert.True((bool)folder.Result["teardown"]!["verified"]!);
    }

    [Spec]
    public async Task A_dry_run_renders_the_issue_and_delivers_nothing()
    {
        using var folder = new PipelineFolder(Configurations.Misbehaving("exit, \"3\""));

        (await folder.RunAsync("SmokeTest", "--dry-run")).Exits(2);

        Assert.Equal("rendered", (string?)folder.Result["issue"]!["action"]);
        Assert.True(folder.Has("artifacts/golden-path/latest/issue.md"));
        Assert.False(Directory.Exists(Path.Combine(folder.Path, "artifacts/outbox")));
    }

    private static bool IsListening(int port) =>
        IPGlobalProperties.GetIPGlobalProperties().GetActiveTcpListeners().Any(listener => listener.Port == port);
}
