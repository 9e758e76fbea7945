namespace GoldenPath.Tests.Pipeline;

public sealed class ConcurrentRunSpecs
{
    [Spec(Timeout = 120_000)]
    public async Task Two_runs_in_one_checkout_and_one_in_another_do_not_meet()
    {
        using var one = new PipelineFolder(Configurations.Backend());
        using var other = new PipelineFolder(Configurations.Backend());

        var runs = await Task.WhenAll(one.RunAsync("SmokeTest"), one.RunAsync("SmokeTest"), other.RunAsync("SmokeTest"));

        Assert.All(runs, run => run.Exits(0).Says("nothing is left running"));
        Assert.Equal(2, Directory.GetDirectories(Path.Combine(one.Path, "artifacts/golden-path"), "2*").Length);
    }
}
