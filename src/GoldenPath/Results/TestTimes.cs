using System.Globalization;

namespace GoldenPath.Results;

/// <summary>Reads the times of tests; what is no time is <c>null</c>.</summary>
internal static class TestTimes
{
    private static readonly TimeSpan Longest = TimeSpan.FromDays(1);

    /// <summary>A moment; without a zone it is taken for UTC.</summary>
    public static DateTimeOffset? Moment(string? text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment) ? moment : null;

    /// <summary>A duration as JUnit XML has it, in seconds: <c>0.012</c>, or <c>1,234.5</c>.</summary>
    public static TimeSpan? Seconds(string? text) =>
        double.TryParse(text, NumberStyles.Float | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var seconds)
        && seconds >= 0
        && seconds < Longest.TotalSeconds
            ? TimeSpan.FromSeconds(seconds)
            : null;

    /// <summary>A duration as TRX has it: <c>00:00:01.5000000</c>.</summary>
    public static TimeSpan? Span(string? text) =>
        TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var span) && span >= TimeSpan.Zero && span < Longest ? span : null;
}
