using System.Globalization;

namespace GoldenPath.Runs;

/// <summary>Durations in words, rounded.</summary>
internal static class Elapsed
{
    private static readonly TimeSpan Few = TimeSpan.FromSeconds(9.995);

    /// <summary><c>0.82 s</c>, <c>30 s</c>.</summary>
    public static string Text(TimeSpan time) =>
        time.TotalSeconds.ToString(time < Few ? "0.00" : "0.#", CultureInfo.InvariantCulture) + " s";

    /// <summary><c>4 s</c>, <c>0.5 s</c>: what somebody has declared.</summary>
    public static string Limit(TimeSpan time) => time.TotalSeconds.ToString("0.###", CultureInfo.InvariantCulture) + " s";

    /// <summary><c>0.8 s</c>: what changes before one's eyes, always as wide.</summary>
    public static string Tenths(TimeSpan time) => time.TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture) + " s";

    /// <summary><c>12 s</c>: for lines that come every few seconds.</summary>
    public static string Coarse(TimeSpan time) => time.TotalSeconds.ToString("0", CultureInfo.InvariantCulture) + " s";
}
