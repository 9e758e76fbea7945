using System.Globalization;
using System.Text.RegularExpressions;

namespace GoldenPath.Configuration;

/// <summary>Durations as they are written in the file and on the command line: <c>250ms</c>, <c>5s</c>, <c>1.5m</c>, <c>1h</c>.</summary>
public static partial class DurationText
{
    /// <summary>The longest duration that is accepted: 24 h.</summary>
    public static TimeSpan Longest { get; } = TimeSpan.FromHours(24);

    /// <summary>Reads a duration. Fails on anything but a number with one of the units ms, s, m and h, and above <see cref="Longest"/>.</summary>
    public static bool TryParse(string text, out TimeSpan duration)
    {
        duration = default;
        if (Pattern().Match(text) is not { Success: true } match)
            return false;
        var milliseconds =
            double.Parse(match.Groups["number"].ValueSpan, CultureInfo.InvariantCulture) * Milliseconds(match.Groups["unit"].Value);
        if (milliseconds > Longest.TotalMilliseconds)
            return false;
        duration = TimeSpan.FromMilliseconds(milliseconds);
        return true;
    }

    private static double Milliseconds(string unit) =>
        unit switch
        {
            "ms" => 1,
            "s" => 1_000,
            "m" => 60_000,
            _ => 3_600_000,
        };

    [GeneratedRegex("^(?<number>[0-9]{1,9}(\\.[0-9]{1,6})?)(?<unit>ms|s|m|h)\\z", RegexOptions.ExplicitCapture)]
    private static partial Regex Pattern();
}
