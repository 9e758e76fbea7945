using GoldenPath.Pipeline;

/// <summary>Tells which signals come.</summary>
internal static class SignalLog
{
    public static async Task WriteAsync()
    {
        using var signals = new PipelineSignals();
        await Console.Out.WriteLineAsync("waiting");
        await UntilAsync(signals.Cancelled);
        await Console.Out.WriteLineAsync($"cancelled by {signals.Received}");
        await UntilAsync(signals.Hurried);
        await Console.Out.WriteLineAsync("hurried");
    }

    private static async Task UntilAsync(CancellationToken token)
    {
        var cancelled = new TaskCompletionSource();
        await using var registration = token.Register(cancelled.SetResult);
        await cancelled.Task;
    }
}
