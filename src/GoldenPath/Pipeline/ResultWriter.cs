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
    /// <param name="result">The result.</param>
    /// <param name="failure">What the failed stage saw; <c>null</c> where none failed, or nobody knows any more.</param>
    /// <exception cref="IOException">The disk does not take them.</exception>
    public void Write(RunResult result, Failure? failure = null)
    {
        RunJson.Write(folder.ResultFile, result);
        File.WriteAllText(folder.SummaryFile, new RunSummary(redactor).Render(result, failure));
        File.WriteAllText(folder.PageFile, new RunPage(redactor).Render(result, folder));
    }
}
