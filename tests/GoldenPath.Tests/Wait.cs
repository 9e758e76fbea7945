using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace GoldenPath.Tests;

/// <summary>Waits for a condition, with a deadline.</summary>
internal static class Wait
{
    public static Task UntilAsync(
        Func<bool> condition,
        TimeSpan? deadline = null,
        [CallerArgumentExpression(nameof(condition))] string what = ""
    ) => UntilAsync(() => Task.FromResult(condition()), deadline, what);

    public static async Task UntilAsync(
        Func<Task<bool>> condition,
        TimeSpan? deadline = null,
        [CallerArgumentExpression(nameof(condition))] string what = ""
    )
    {
        var start = Stopwatch.GetTimestamp();
        while (!await condition())
        {
            Assert.True(Stopwatch.GetElapsedTime(start) < (deadline ?? TimeSpan.FromSeconds(20)), $"Waited in vain for: {what}");
            await Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System);
        }
    }
}
