namespace GoldenPath.Services;

/// <summary>What a service waits on that nothing can break but its own end.</summary>
internal static class Unbroken
{
    /// <summary>Never completes.</summary>
    public static Task<Failure> Forever { get; } = new TaskCompletionSource<Failure>().Task;
}
