namespace GoldenPath.Pipeline;

/// <summary>The summary page of a GitHub Actions job.</summary>
internal static class JobPage
{
    /// <summary>Adds a summary where there is such a page. It is a courtesy: where it cannot be written, the run ends as it would have.</summary>
    public static void Append(string summary, IRunConsole console)
    {
        try
        {
            if (Environment.GetEnvironmentVariable("GITHUB_STEP_SUMMARY") is { Length: > 0 } page)
            {
                File.AppendAllText(page, summary);
            }
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            console.Warning($"The job's summary page cannot be written: {problem.Message}");
        }
    }
}
