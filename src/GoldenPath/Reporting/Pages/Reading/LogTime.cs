using System.Globalization;
using System.Text.RegularExpressions;

namespace GoldenPath.Reporting.Pages.Reading;

/// <summary>Finds out when lines of logs were written, from the time that they tell themselves. A time without a zone is tried as UTC and as local time.</summary>
/// <param name="startedAt">When the run began.</param>
/// <param name="extent">How long it took, in milliseconds.</param>
internal sealed partial class LogTime(DateTimeOffset startedAt, double extent)
{
    private const double Slack = 1_500;
    private const int LongestPrefix = 120;

    /// <summary>A moment in milliseconds from the start of the run; <c>null</c> where it was not during the run.</summary>
    public double? Of(DateTimeOffset? moment) => (moment - startedAt)?.TotalMilliseconds is { } ms && IsDuringRun(ms) ? ms : null;

    /// <summary>When, in milliseconds from the start of the run; <c>null</c> where the line does not tell, or tells a time that was not during the run.</summary>
    public double? Of(string line)
    {
        var match = Stamp().Match(line.Length > LongestPrefix ? line[..LongestPrefix] : line);
        return match.Success
            ? Readings(match).Select(time => (double?)(time - startedAt).TotalMilliseconds).FirstOrDefault(IsDuringRun)
            : null;
    }

    private bool IsDuringRun(double? ms) => ms >= -Slack && ms <= extent + Slack;

    private IEnumerable<DateTimeOffset> Readings(Match match)
    {
        var date = match.Groups["date"].Success ? match.Groups["date"].Value.Replace('/', '-') : null;
        var time = match.Groups["time"].Value.Replace(',', '.');
        var zone = match.Groups["zone"].Value;
        if (zone.Length > 0)
        {
            return Parsed($"{date ?? Day(startedAt)}T{time}{(zone is "Z" or "z" ? "+00:00" : zone)}");
        }

        // Without a date: the day on which the run began, or the next one.
        var local = TimeZoneInfo.ConvertTime(startedAt, TimeZoneInfo.Local);
        var offset = local.ToString("zzz", CultureInfo.InvariantCulture);
        List<DateTimeOffset> told =
        [
            .. Parsed($"{date ?? Day(startedAt.ToUniversalTime())}T{time}+00:00"),
            .. Parsed($"{date ?? Day(local)}T{time}{offset}"),
        ];
        return date is null ? told.Concat(told.Select(moment => moment.AddDays(1))) : told;
    }

    private static string Day(DateTimeOffset moment) => moment.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static IEnumerable<DateTimeOffset> Parsed(string text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out var moment) ? [moment] : [];

    [GeneratedRegex(
        @"(?:(?<date>\d{4}[-/]\d\d[-/]\d\d)[T ]|\b)(?<time>\d\d:\d\d:\d\d(?:[.,]\d{1,7})?)(?<zone>Z|[+-]\d\d:?\d\d)?",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase
    )]
    private static partial Regex Stamp();
}
