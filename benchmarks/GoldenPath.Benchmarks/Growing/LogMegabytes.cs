using GoldenPath.Benchmarks.Diagnosis;
using GoldenPath.Diagnosis;
using GoldenPath.TestKit;

namespace GoldenPath.Benchmarks.Growing;

/// <summary>The log of the service that failed, in MB: a diagnosis reads it.</summary>
/// <param name="root">The root of the checkout, where the recorded run is.</param>
/// <param name="size">The MB.</param>
internal sealed class LogMegabytes(string root, int size) : ILoad
{
    private TemporaryFolder? _run;

    public Task PrepareAsync(CancellationToken cancellationToken)
    {
        _run = LongLog.In(root, size);
        return Task.CompletedTask;
    }

    public Task<TimeSpan?> RunAsync(CancellationToken cancellationToken) =>
        Diagnostician.Diagnose(_run!.Path) is { Cause.Name: Causes.ProcessExited }
            ? Task.FromResult<TimeSpan?>(null)
            : throw new InvalidOperationException("The diagnosis is wrong.");

    public ValueTask DisposeAsync()
    {
        _run?.Dispose();
        return ValueTask.CompletedTask;
    }
}
