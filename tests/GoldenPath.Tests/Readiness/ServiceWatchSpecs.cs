using GoldenPath.Readiness;

namespace GoldenPath.Tests.Readiness;

public sealed class ServiceWatchSpecs
{
    [Spec]
    public async Task A_service_that_dies_during_the_tests_is_tied_to_the_failing_test()
    {
        await using var child = await Child.ListeningAsync("127.0.0.1:0");
        var watch = new ServiceWatch();
        watch.Add(child);

        await child.StopAsync(CancellationToken.None);

        var end = await watch.First;
        var failure = await ServiceWatch.DescribeAsync(end, "golden-path", CancellationToken.None);
        Assert.Equal([end], watch.Ends);
        Assert.Equal(Causes.ProcessKilled, failure.Cause);
        Assert.Equal(Verdict.Product, Verdicts.Of(Stages.SmokeTests, failure));
        Assert.Equal("golden-path", failure.Test);
        Assert.Equal("Service 'backend' was ended with code 137 (SIGKILL) during 'golden-path'.", failure.Summary);
        Assert.Contains(failure.Details, line => line.Contains("listening on 127.0.0.1:", StringComparison.Ordinal));
    }

    [Spec]
    public async Task A_service_that_the_teardown_stops_is_no_finding()
    {
        await using var child = await Child.ListeningAsync("127.0.0.1:0");
        var watch = new ServiceWatch();
        watch.Add(child);
        watch.Stop();

        await child.StopAsync(CancellationToken.None);

        await child.Exited;
        Assert.Empty(watch.Ends);
        Assert.False(watch.First.IsCompleted);
    }
}
