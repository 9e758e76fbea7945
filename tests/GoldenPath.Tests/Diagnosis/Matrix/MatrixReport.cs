using System.Globalization;
using System.Text;

namespace GoldenPath.Tests.Diagnosis.Matrix;

/// <summary>What was said about every fault, for who mends the rules.</summary>
internal static class MatrixReport
{
    public static string Render(IReadOnlyList<FaultOutcome> outcomes)
    {
        var done = outcomes.Where(outcome => outcome.Skipped is null).ToList();
        var text = new StringBuilder("# Fault matrix\n\n");
        text.AppendLine(
            CultureInfo.InvariantCulture,
            $"{done.Count} injected, {done.Count(one => one.IsRight)} right, "
                + $"{done.Count(one => one.Abstained)} abstained, "
                + $"{done.Count(one => one.IsConfirmedAndWrong)} confirmed and wrong, {outcomes.Count - done.Count} skipped.\n"
        );
        text.AppendLine("| | fault | true cause | said | certainty | exit | s | summary | run folder |")
            .AppendLine("|---|---|---|---|---|---|---|---|---|");
        foreach (var one in outcomes)
        {
            var truth = string.Join(" or ", [one.Fault.Cause, .. one.Fault.Also]) + (one.Fault.Hard is null ? "" : " (hard)");
            text.Append(
                CultureInfo.InvariantCulture,
                $"| {Mark(one)} | {one.Fault.Name} | {truth} | {one.Diagnosis?.Cause} | {one.Diagnosis?.Certainty} "
            );
            text.AppendLine(
                CultureInfo.InvariantCulture,
                $"| {one.Result?.ExitCode} | {one.Took.TotalSeconds:0.0} | {Line(one)} | {one.Folder} |"
            );
        }

        text.AppendLine("\n## Findings\n");
        foreach (var one in done)
        {
            foreach (var finding in Findings.Of(one))
            {
                text.AppendLine(CultureInfo.InvariantCulture, $"- **{one.Fault.Name}**: {finding}");
            }
        }

        return text.ToString();
    }

    private static string Mark(FaultOutcome one) =>
        one switch
        {
            { Skipped: not null } => "skipped",
            { Problem: not null } => "BROKEN",
            { IsConfirmedAndWrong: true } => "FALSE",
            { IsRight: true } => "ok",
            { Abstained: true } => "abstained",
            _ => "wrong",
        };

    private static string Line(FaultOutcome one) =>
        (one.Skipped ?? one.Diagnosis?.Summary ?? one.Problem?.Split('\n')[0] ?? "")
            .Replace("|", "\\|", StringComparison.Ordinal)
            .ReplaceLineEndings(" ");
}
