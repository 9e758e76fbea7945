using GoldenPath.Guard.Redaction;
using GoldenPath.Reporting;
using GoldenPath.Reporting.Pages;
using GoldenPath.Runs;

namespace GoldenPath.Pipeline;

/// <summary>Writes the result of a run into its folder: run.json for programs, summary.md and report.html for people.</summary>
/// <param name="folder">The run's folder.</param>
/// <param name="redactor">What knows the run's secrets.</param>
internal sealed class ResultWriter(RunFolder folder, Redactor redactor)
{
    /// <summary>Writes all three, what programs read first.</summary>
    /// <returns>The summary.</returns>
    /// <exception cref="IOException">The disk does not take them.</exception>
    public string Write(RunResult result)
    {
        RunJson.Write(folder.ResultFile, result);
        var summary = new RunSummary(redactor).Render(result);
        File.WriteAllText(folder.SummaryFile, summary);
        File.WriteAllText(folder.PageFile, new RunPage(redactor).Render(result, folder));
        return summary;
    }
}
