using System.Globalization;
using System.Text.Json.Nodes;
using GoldenPath.Results;
using GoldenPath.Runs;

namespace GoldenPath.Pipeline;

/// <summary>How each test of a command went, as the journal keeps it: an entry a test.</summary>
internal static class TestJournal
{
    // Clocks of containers and files are a little off.
    private static readonly TimeSpan Slack = TimeSpan.FromSeconds(2);

    /// <summary>Writes the entries of a command.</summary>
    /// <param name="session">The run.</param>
    /// <param name="log">The name of the command's log.</param>
    /// <param name="began">When the command began, on the run's clock.</param>
    /// <param name="results">Its results.</param>
    public static void Write(RunSession session, string log, TimeSpan began, TestResults results)
    {
        foreach (var test in results.Cases)
        {
            session.Journal.Write(
                "test",
                $"{test.Outcome.ToString().ToLowerInvariant()}: {test.Name}",
                ("name", test.Name),
                ("outcome", test.Outcome.ToString().ToLowerInvariant()),
                ("command", log),
                ("began", Milliseconds(At(session.Clock, began, test.Began))),
                ("took", Milliseconds(test.Took))
            );
        }

        if (results.Total > results.Cases.Count)
        {
            session.Journal.Write(
                "tests",
                string.Create(CultureInfo.InvariantCulture, $"{results.Total - results.Cases.Count} more tests of {log} are only counted")
            );
        }
    }

    // What was not during the command is a clock of its own, or a result of another day: told without a time.
    private static TimeSpan? At(RunClock clock, TimeSpan began, DateTimeOffset? moment) =>
        moment - clock.StartedAt is { } at && at >= began - Slack && at <= clock.Elapsed + Slack ? at : null;

    private static JsonNode? Milliseconds(TimeSpan? time) => time is { } known ? Math.Round(known.TotalMilliseconds, 1) : null;
}
