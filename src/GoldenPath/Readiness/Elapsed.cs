using System.Globalization;

namespace GoldenPath.Readiness;

/// <summary>Durations in words.</summary>
internal static class Elapsed
{
    private static readonly TimeSpan Coarse = TimeSpan.FromSeconds(10);

    /// <summary><c>0.82 s</c>, <c>30 s</c>.</summary>
    public static string Text(TimeSpan time) =>
        time.TotalSeconds.ToString(time < Coarse ? "0.00" : "0.#", CultureInfo.InvariantCulture) + " s";
}
