using System.Globalization;
using GoldenPath.Scenarios.Events;

namespace GoldenPath.Scenarios.Walking;

/// <summary>How the times of many sessions are spread.</summary>
internal static class Spread
{
    /// <summary>A line for the login, the connecting and each of the five events: median, 95th and 99th percentile, maximum.</summary>
    public static IEnumerable<string> Of(IReadOnlyList<SessionSummary> sessions)
    {
        var steps = new[]
        {
            ("login", sessions.Select(session => session.Login)),
            ("connect", sessions.Select(session => session.Connect)),
        }.Concat(
            EventNames.Five.Select(name =>
                (name, sessions.Select(session => session.Events.TryGetValue(name, out var at) ? at : (TimeSpan?)null))
            )
        );
        foreach (var (name, times) in steps)
        {
            var sorted = times.OfType<TimeSpan>().Order().ToArray();
            if (sorted.Length > 0)
            {
                yield return $"{name}: p50 {Show(sorted, 0.50)}, p95 {Show(sorted, 0.95)}, p99 {Show(sorted, 0.99)}, max {Show(sorted, 1)}";
            }
        }
    }

    private static string Show(TimeSpan[] sorted, double share) =>
        string.Create(CultureInfo.InvariantCulture, $"{sorted[(int)Math.Ceiling((sorted.Length - 1) * share)].TotalSeconds:0.000} s");
}
