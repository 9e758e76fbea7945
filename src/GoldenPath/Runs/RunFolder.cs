namespace GoldenPath.Runs;

/// <summary>The folder of one run, <c>artifacts/golden-path/&lt;run-id&gt;/</c>, and the names of what is in it.</summary>
/// <param name="Root">The folder of all runs.</param>
/// <param name="RunId">The run's id; also the folder's name.</param>
public sealed record RunFolder(string Root, string RunId)
{
    /// <summary>The run's own folder.</summary>
    public string Path => System.IO.Path.Combine(Root, RunId);

    /// <summary>The result.</summary>
    public string ResultFile => File("run.json");

    /// <summary>Everything that happened, in order.</summary>
    public string JournalFile => File("journal.jsonl");

    /// <summary>Every WebSocket frame of the scenarios.</summary>
    public string FramesFile => File("frames.jsonl");

    /// <summary>What was or would be filed.</summary>
    public string IssueFile => File("issue.md");

    /// <summary>The result for a person.</summary>
    public string SummaryFile => File("summary.md");

    /// <summary>The result as a web page.</summary>
    public string PageFile => File("report.html");

    /// <summary>Where test commands write their results.</summary>
    public string ResultsDirectory => File("results");

    /// <summary>Captured evidence that has no other place.</summary>
    public string EvidenceDirectory => File("evidence");

    /// <summary>The output of the services.</summary>
    public string LogsDirectory => File("logs");

    /// <summary>The output of a service or command.</summary>
    public string LogFile(string name) => System.IO.Path.Combine(LogsDirectory, name + ".log");

    private string File(string name) => System.IO.Path.Combine(Path, name);
}
