using System.Globalization;
using System.Text;
using GoldenPath.Runs;

namespace GoldenPath.Reporting;

/// <summary>Draws the stages and services of a run as a Mermaid Gantt chart.</summary>
internal static class TimelineDiagram
{
    public static string Draw(RunResult run, OutsideText text)
    {
        var chart = new StringBuilder("```mermaid\ngantt\n    dateFormat x\n    axisFormat %M:%S.%L\n    title ")
            .Append(text.Label($"{run.Name}, run {run.RunId}"))
            .Append('\n');
        if (run.Stages.Count > 0)
        {
            chart.Append("    section Stages\n");
        }
        foreach (var stage in run.Stages.Take(30))
        {
            chart.Append(
                CultureInfo.InvariantCulture,
                $"    {text.Label(stage.Name)} {Word(stage.Outcome)} :{Tag(stage.Outcome)}{stage.OffsetMs}, {stage.OffsetMs + Math.Max(1, stage.DurationMs)}\n"
            );
        }
        Append(chart, run, text);
        return chart.Append("```").ToString();
    }

    private static void Append(StringBuilder chart, RunResult run, OutsideText text)
    {
        if (run.Services.Count == 0)
        {
            return;
        }
        var start = run.Stages.FirstOrDefault(stage => stage.Name == "StartServices")?.OffsetMs ?? 0;
        chart.Append("    section Services\n");
        foreach (var service in run.Services.Take(20))
        {
            var (word, tag, took) = service.ReadyAfterMs is { } ready
                ? ("ready", "done, ", (long)Math.Max(1, ready))
                : ("never ready", "crit, ", Math.Max(1, run.DurationMs - start));
            chart.Append(CultureInfo.InvariantCulture, $"    {text.Label(service.Name)} {word} :{tag}{start}, {start + took}\n");
        }
    }

    private static string Word(StageOutcome outcome) => outcome.ToString().ToLowerInvariant();

    private static string Tag(StageOutcome outcome) =>
        outcome switch
        {
            StageOutcome.Succeeded => "done, ",
            StageOutcome.Failed => "crit, ",
            StageOutcome.Cancelled => "active, ",
            _ => "",
        };
}
