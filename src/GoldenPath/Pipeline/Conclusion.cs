namespace GoldenPath.Pipeline;

/// <summary>The end of a run: its result is written, and a person is told the verdict and where all of it is.</summary>
/// <param name="session">The run.</param>
/// <param name="console">Where a person is told.</param>
internal sealed class Conclusion(RunSession session, IRunConsole console)
{
    /// <summary>Writes the result. A disk that does not take it is a failure of its own.</summary>
    public void Write()
    {
        try
        {
            var result = session.Record.ToResult();
            new ResultWriter(session.Folder, session.Redactor).Write(result, session.Record.Failure);
            new JobReport(session.Redactor, console).Tell(
                session.Settings,
                session.Folder,
                result,
                session.Record.Failure,
                session.Definition
            );
            var cause = result.Diagnosis is { } diagnosis ? $" ({diagnosis.Cause})" : "";
            console.Detail($"Verdict: {result.Verdict.ToString().ToLowerInvariant()}{cause}; all of it is in {Shown(session.Folder.Path)}");
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            var unwritable = Unwritable(problem.Message);
            session.Record.Fail(Stages.Teardown, unwritable);
            console.Error(unwritable.Summary);
        }

        if (session.Journal.Problem is { } incomplete)
        {
            console.Warning($"{Shown(session.Folder.JournalFile)} is incomplete: {incomplete}");
        }
    }

    private string Shown(string path) => Path.GetRelativePath(session.Settings.Root, path);

    private Failure Unwritable(string problem) =>
        new()
        {
            Cause = Causes.DiskFull,
            Summary =
                $"The result cannot be written to '{session.Folder.Path}': {problem} See how much room is left: df -h '{session.Folder.Root}'",
        };
}
