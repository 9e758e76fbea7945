using GoldenPath.Runs;

namespace GoldenPath.Triage;

/// <summary>The stage that files the incident of a broken run.</summary>
internal static class FilingStage
{
    /// <summary>Writes issue.md, and delivers the incident or leaves it in the outbox.</summary>
    public static async Task RunAsync(RunSession session, IRunConsole console)
    {
        var definition = session.Definition!;
        var git = GitCheckout.Read(session.Settings.Root);
        var incident = new IncidentBuilder(definition, session.Folder, git).Build(session.Record.ToResult(), session.Record.Failure);
        var options = new FilingOptions
        {
            Outbox = new Outbox(Path.Combine(session.Settings.Artifacts, "outbox")),
            DryRun = session.Settings.DryRun,
            NoIssue = session.Settings.NoIssue,
            On = definition.Issues.On,
        };
        session.Record.Issue = await new IncidentFiling(options, session.Redactor, console).FileAsync(incident, session.Folder, session.Cancelled);
    }
}
