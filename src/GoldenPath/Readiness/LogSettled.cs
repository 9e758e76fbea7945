namespace GoldenPath.Readiness;

/// <summary>Gives the last words of an ended process the time to reach its log.</summary>
internal static class LogSettled
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(10);
    private const int MostPauses = 20;

    /// <summary>Waits until the log has something in it and does not grow any more, 200 ms at most.</summary>
    public static async Task WaitAsync(string? log, TimeProvider time, CancellationToken cancellationToken)
    {
        var length = 0L;
        for (var pauses = 0; log is not null && pauses < MostPauses; pauses++)
        {
            var now = new FileInfo(log) is { Exists: true } file ? file.Length : 0;
            if (now > 0 && now == length)
            {
                return;
            }

            length = now;
            await Task.Delay(Pause, time, cancellationToken);
        }
    }
}
