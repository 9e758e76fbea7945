namespace MisbehavingService.Commands;

/// <summary>hang: does nothing until it is ended.</summary>
internal static class Hang
{
    public static Task RunAsync(string[] arguments) => Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System);
}
