using System.Globalization;
using System.Text.Json.Nodes;
using GoldenPath.Runs;
using GoldenPath.Scenarios;

namespace GoldenPath.Pipeline;

/// <summary>How each user of a scenario fared, as the journal keeps it: an entry a user.</summary>
internal static class SessionJournal
{
    private const int MostViolations = 5;

    /// <summary>Writes the entries of a scenario.</summary>
    public static void Write(Journal journal, ScenarioResult result)
    {
        var violations = result.Violations.ToLookup(violation => violation.User);
        foreach (var session in result.Sessions)
        {
            journal.Write(
                "session",
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{result.Name}, user {session.User}: {(session.Passed ? "passed" : "failed")}"
                ),
                ("scenario", result.Name),
                ("user", session.User),
                ("passed", session.Passed),
                ("login", Milliseconds(session.Login)),
                ("connect", Milliseconds(session.Connect)),
                ("sent", Milliseconds(session.Sent)),
                ("steps", new JsonArray([.. session.Steps.Select(Fact)])),
                ("violations", new JsonArray([.. violations[session.User].Take(MostViolations).Select(Fact)]))
            );
        }

        // What concerns no user in particular, such as a bad token that was let in.
        foreach (var violation in violations[0].Take(MostViolations))
        {
            journal.Write("violation", violation.Text, ("scenario", result.Name), ("violations", new JsonArray(Fact(violation))));
        }
    }

    private static JsonObject Fact(SessionStep step) =>
        new()
        {
            ["name"] = step.Name,
            ["at"] = Milliseconds(step.At),
            ["times"] = step.Times,
            ["end"] = step.IsEnd,
        };

    private static JsonObject Fact(Violation violation) =>
        new()
        {
            ["rule"] = violation.Rule,
            ["cause"] = violation.Cause,
            ["event"] = violation.Event,
            ["code"] = violation.CloseCode,
            ["text"] = violation.Text,
            ["at"] = Milliseconds(violation.At),
            ["frame"] = violation.Frames is [var first, ..] ? first : null,
        };

    private static JsonNode? Milliseconds(TimeSpan? time) => time is { } known ? Math.Round(known.TotalMilliseconds, 1) : null;
}
