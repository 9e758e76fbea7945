using System.Diagnostics;
using GoldenPath.Pipeline;
using GoldenPath.Tests.Services;

namespace GoldenPath.Tests.Pipeline;

public sealed class PipelineSignalsSpecs
{
    [TableSpec]
    [InlineData("INT")]
    [InlineData("TERM")]
    [InlineData("HUP")]
    [InlineData("QUIT")]
    public async Task The_first_signal_cancels_and_a_later_one_hurries(string signal)
    {
        await using var run = OwnedRun.Start("signals");
        await run.SaysAsync("waiting");

        await KillAsync(signal, run.OwnerPid);
        Assert.Equal($"cancelled by SIG{signal}", await run.SaysAsync("cancelled"));
        await Task.Delay(TimeSpan.FromMilliseconds(300), TimeProvider.System);
        await KillAsync("TERM", run.OwnerPid);

        await run.SaysAsync("hurried");
        await run.EndsAsync();
    }

    [Fact]
    public async Task What_comes_at_once_is_the_same_request()
    {
        var time = new SteppedTime();
        using var signals = new PipelineSignals(time);

        signals.Receive("SIGINT");
        time.Step(TimeSpan.FromMilliseconds(249));
        signals.Receive("SIGTERM");
        Assert.False(signals.Hurried.IsCancellationRequested);
        time.Step(TimeSpan.FromMilliseconds(1));
        signals.Receive("SIGTERM");

        await Wait.UntilAsync(() => signals is { Cancelled.IsCancellationRequested: true, Hurried.IsCancellationRequested: true });
        Assert.Equal("SIGINT", signals.Received);
    }

    private static async Task KillAsync(string signal, int pid)
    {
        using var kill = Process.Start("kill", [$"-{signal}", $"{pid}"]);
        await kill.WaitForExitAsync();
    }

    private sealed class SteppedTime : TimeProvider
    {
        private long _ticks;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => _ticks;

        public void Step(TimeSpan by) => _ticks += by.Ticks;
    }
}
