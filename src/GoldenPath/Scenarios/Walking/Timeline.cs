using System.Globalization;
using GoldenPath.Scenarios.Events;
using GoldenPath.Scenarios.Judging;
using GoldenPath.Scenarios.Judging.Rules;

namespace GoldenPath.Scenarios.Walking;

/// <summary>A session step by step, and in one line.</summary>
internal static class Timeline
{
    private const int MostSteps = 24;

    /// <summary>The first steps of a session, repeated events folded into one, and how it ended where its run did not.</summary>
    public static IReadOnlyList<SessionStep> Steps(JudgedSession session) => [.. Folded(session).Take(MostSteps), .. Ending(session)];

    /// <summary>The line: repeated events are told once, with their number.</summary>
    public static string Of(JudgedSession session)
    {
        var steps = Folded(session);
        var told = steps.Take(MostSteps).Select(Tell);
        var more = steps.Count > MostSteps ? $" → … {steps.Count - MostSteps} more" : "";
        return string.Join(" → ", told) + more + string.Concat(Ending(session).Select(end => $" → {Seconds(end)} {end.Name}"));
    }

    private static List<SessionStep> Folded(JudgedSession session)
    {
        var (record, run, _) = session;
        var steps = new List<SessionStep> { new("sent", TimeSpan.Zero) };
        foreach (var one in record.Events.Where(one => one.Frame > record.Trigger.Frame))
        {
            Add(steps, one.Kind == EventKind.Noise ? one.Name : one.Label, run.Since(one.At));
        }

        return steps;
    }

    private static void Add(List<SessionStep> steps, string name, TimeSpan at)
    {
        if (steps[^1].Name == name)
        {
            steps[^1] = steps[^1] with { Times = steps[^1].Times + 1 };
        }
        else
        {
            steps.Add(new(name, at));
        }
    }

    private static IEnumerable<SessionStep> Ending(JudgedSession session)
    {
        var (record, run, _) = session;
        return run.End is null
            ? [new(record.End.IsLost ? Wording.Loss(record.End) : "nothing more", run.Since(record.End.At), IsEnd: true)]
            : [];
    }

    private static string Tell(SessionStep step, int index) =>
        $"{Seconds(step)}{(index == 0 ? " s" : "")} {step.Name}{(step.Times > 1 ? $" × {step.Times}" : "")}";

    private static string Seconds(SessionStep step) => step.At.TotalSeconds.ToString("0.00", CultureInfo.InvariantCulture);
}
