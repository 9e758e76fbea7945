namespace AgentBackend.Misbehaving;

/// <summary>What can go wrong before the service listens.</summary>
internal static class StartFaults
{
    private const int ExitCode = 70;
    private static readonly TimeSpan _dawdling = TimeSpan.FromSeconds(3);

    public static async Task ExitAsync(TimeSpan? delay)
    {
        await Console.Error.WriteLineAsync("fatal: the table 'agents' is missing; the service cannot start");
        Environment.Exit(ExitCode);
    }

    public static Task DawdleAsync(TimeSpan? delay) => Task.Delay(delay ?? _dawdling, TimeProvider.System, CancellationToken.None);

    public static Task HangAsync(TimeSpan? delay) => Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, CancellationToken.None);
}
