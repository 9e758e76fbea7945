using GoldenPath.Runs;
using GoldenPath.Triage;

namespace GoldenPath.Pipeline;

/// <summary>The stages that tell the tracker how a run ended.</summary>
/// <param name="session">The run.</param>
/// <param name="trackers">Opens the tracker of a repository; <c>null</c> where this build has none.</param>
/// <param name="console">Where a person is told what goes on.</param>
internal sealed class FilingStage(RunSession session, TrackerFactory? trackers, IRunConsole console)
{
    private readonly GitCheckout _git = GitCheckout.Read(session.Settings.Root);

    /// <summary>Writes issue.md, and delivers the incident or leaves it in the outbox.</summary>
    public async Task FileAsync()
    {
        var incident = new IncidentBuilder(session.Definition!, session.Folder, _git, session.Settings.Command)
        {
            AskedPort = session.Settings.Port,
        }.Build(session.Record.ToResult(), session.Record.Failure);
        try
        {
            session.Record.Issue = await (await OpenAsync()).FileAsync(incident, session.Folder, session.Cancelled);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            // Filing never changes a verdict, nor does a disk that takes no issue text.
            console.Error($"The issue cannot be written, so it is not filed: {problem.Message}");
        }
    }

    /// <summary>Closes the issues of what works again.</summary>
    public async Task ResolveAsync() =>
        session.Record.Issue = await (await OpenAsync()).ResolveAsync(session.Record.ToResult(), _git, session.Cancelled);

    private async Task<IncidentFiling> OpenAsync()
    {
        var definition = session.Definition!;
        var place = new FilingPlace(session.Settings, definition.Issues.When, Environment.GetEnvironmentVariable);
        var options = FilingSetup.Options(session.Settings, definition.Issues.Repository, _git, trackers) with
        {
            On = definition.Issues.On,
            WhyNotHere = await place.WhyNotAsync(),
        };
        return new IncidentFiling(options, session.Redactor, console, session.Clock.Time);
    }
}
