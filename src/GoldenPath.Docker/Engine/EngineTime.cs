using System.Globalization;

namespace GoldenPath.Docker.Engine;

/// <summary>Moments in the spelling of the engine's API: seconds since 1970 and nine digits of a fraction.</summary>
internal static class EngineTime
{
    /// <summary>How long an engine may take until it tells what happened to a container: it cleans up first.</summary>
    public static readonly TimeSpan OfEvents = TimeSpan.FromSeconds(1);

    private const long NanosecondsPerSecond = 1_000_000_000;

    public static string Format(DateTimeOffset moment) => Format((moment - DateTimeOffset.UnixEpoch).Ticks * TimeSpan.NanosecondsPerTick);

    public static string Format(long nanoseconds) =>
        string.Create(CultureInfo.InvariantCulture, $"{nanoseconds / NanosecondsPerSecond}.{nanoseconds % NanosecondsPerSecond:D9}");
}
