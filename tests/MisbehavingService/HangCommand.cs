namespace MisbehavingService;

/// <summary><c>hang</c>: does nothing until it is ended.</summary>
internal static class HangCommand
{
    public static async Task<int> RunAsync()
    {
        await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, CancellationToken.None);
        return 0;
    }
}
