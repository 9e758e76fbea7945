using System.Globalization;
using GoldenPath.Scenarios.Events;
using GoldenPath.Scenarios.Judging;
using GoldenPath.Scenarios.Judging.Rules;
using GoldenPath.Scenarios.Recording;

namespace GoldenPath.Scenarios.Walking;

/// <summary>A session in one line.</summary>
internal static class Timeline
{
    private const int MostSteps = 24;

    /// <summary>The line: repeated events are told once, with their number.</summary>
    public static string Of(JudgedSession session)
    {
        var (record, run, _) = session;
        var steps = new List<(string Name, TimeSpan At, int Times)> { ("sent", TimeSpan.Zero, 1) };
        foreach (var one in record.Events.Where(one => one.Frame > record.Trigger.Frame))
        {
            Add(steps, one.Kind == EventKind.Noise ? one.Name : one.Label, run.Since(one.At));
        }

        var told = steps.Take(MostSteps).Select(Tell);
        var more = steps.Count > MostSteps ? $" → … {steps.Count - MostSteps} more" : "";
        return string.Join(" → ", told) + more + Ending(record.End, run);
    }

    private static void Add(List<(string Name, TimeSpan At, int Times)> steps, string name, TimeSpan at)
    {
        if (steps[^1].Name == name)
        {
            steps[^1] = steps[^1] with { Times = steps[^1].Times + 1 };
        }
        else
        {
            steps.Add((name, at, 1));
        }
    }

    private static string Tell((string Name, TimeSpan At, int Times) step, int index) =>
        string.Create(CultureInfo.InvariantCulture,
            $"{step.At.TotalSeconds:0.00}{(index == 0 ? " s" : "")} {step.Name}{(step.Times > 1 ? $" × {step.Times}" : "")}");

    private static string Ending(SessionEnd end, Run run) =>
        run.End is null
            ? string.Create(CultureInfo.InvariantCulture, $" → {run.Since(end.At).TotalSeconds:0.00} ") + (end.IsLost ? Wording.Loss(end) : "nothing more")
            : "";
}
