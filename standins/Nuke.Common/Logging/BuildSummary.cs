#nullable enable
using System.Globalization;
using Nuke.Common.Execution;

namespace Nuke.Common.Logging;

/// <summary>What a build prints at its end: problems, the table of targets, the outcome.</summary>
internal static class BuildSummary
{
    // Log viewers collapse ordinary blanks, and the columns with them.
    private const char Padding = '\u00A0';
    private const int StatusWidth = 10;
    private const int DurationWidth = 10;

    public static void WriteProblems(Host host)
    {
        var problems = BuildLog.Problems.Where(x => x.Event.MessageTemplate.Text.Length > 0).ToList();
        if (problems.Count == 0)
            return;
        using var block = host.WriteBlock("Errors & Warnings");
        foreach (var (target, logEvent) in problems)
            Console.WriteLine($"{LogText.Level(logEvent, host.Palette)} {target}: {LogText.MessageOf(logEvent)}");
    }

    public static void WriteTargets(IReadOnlyCollection<ExecutableTarget> plan)
    {
        var nameWidth = Math.Max(plan.Max(x => x.Name.Length) + 4, 19);
        var width = nameWidth + StatusWidth + DurationWidth;
        Host.Debug();
        Host.Debug(new string('═', width));
        Host.Information(Row("Target", "Status", "Duration"));
        Host.Debug(new string('─', width));
        foreach (var target in plan.Where(x => x.Status != ExecutionStatus.Collective))
            Write(target.Status, Row(target.Name, target.Status.ToString(), DurationOf(target)) + Information(target));
        Host.Debug(new string('─', width));
        Host.Information(Row("Total", "", Format(plan.Aggregate(TimeSpan.Zero, (sum, x) => sum + x.Duration))));
        Host.Debug(new string('═', width));

        string Row(string name, string status, string duration) =>
            name.PadRight(nameWidth, Padding) + status.PadRight(StatusWidth, Padding) + duration.PadLeft(DurationWidth, Padding);
    }

    public static void WriteOutcome(bool succeeding)
    {
        var now = TimeProvider.System.GetLocalNow().ToString("G", CultureInfo.CurrentCulture);
        Host.Debug();
        if (succeeding)
            Host.Success($"Build succeeded on {now}.");
        else
            Host.Error($"Build failed on {now}.");
    }

    private static void Write(ExecutionStatus status, string line)
    {
        Action<string> write = status switch
        {
            ExecutionStatus.Succeeded => Host.Success,
            ExecutionStatus.Failed => Host.Error,
            ExecutionStatus.Aborted or ExecutionStatus.NotRun => Host.Warning,
            _ => Host.Debug,
        };
        write(line);
    }

    private static string DurationOf(ExecutableTarget target) =>
        target.Status is ExecutionStatus.Succeeded or ExecutionStatus.Failed or ExecutionStatus.Aborted ? Format(target.Duration) : "";

    private static string Format(TimeSpan duration) =>
        duration < TimeSpan.FromSeconds(1) ? "< 1sec" : $"{(int)duration.TotalMinutes}:{duration:ss}";

    private static string Information(ExecutableTarget target) =>
        target.SummaryInformation.Count == 0
            ? ""
            : $"   // {string.Join(", ", target.SummaryInformation.Select(x => $"{x.Key}: {x.Value}"))}";
}
