using System.Globalization;
using GoldenPath.Guard.Redaction;
using GoldenPath.Reporting;
using GoldenPath.Runs;

namespace GoldenPath.Triage;

/// <summary>Files incidents and recoveries: with a tracker, or else in the outbox. Never throws for a tracker, and never changes a verdict.</summary>
/// <param name="options">How to file.</param>
/// <param name="redactor">What knows the run's secrets.</param>
/// <param name="console">Where it is told.</param>
public sealed class IncidentFiling(FilingOptions options, Redactor redactor, IRunConsole console)
{
    private readonly IssueDocument _document = new(redactor);

    /// <summary>Files an incident, and writes issue.md to the run's folder in any case.</summary>
    /// <param name="incident">The incident.</param>
    /// <param name="folder">The run's folder.</param>
    /// <param name="cancellationToken">Ends it early; what was not filed waits in the outbox.</param>
    /// <exception cref="IOException">The run's folder or the outbox cannot be written.</exception>
    public async Task<IssueResult> FileAsync(Incident incident, RunFolder folder, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(folder.Path);
        AtomicFile.Write(folder.IssueFile, _document.File(incident));
        var result = new IssueResult
        {
            Fingerprint = incident.Fingerprint.Value,
            Labels = [.. incident.Labels.Select(label => label.Name)],
        };
        var verdict = incident.Run.Verdict.ToString();
        if (options.DryRun)
        {
            console.Information($"Issue rendered, not filed (--dry-run): {folder.IssueFile}");
            return result with { Action = IssueAction.Rendered };
        }
        if (options.NoIssue || !options.On.Contains(verdict, StringComparer.OrdinalIgnoreCase))
        {
            var why = options.NoIssue ? "--no-issue" : $"the verdict {verdict.ToLowerInvariant()} is not among issues.on";
            console.Information($"Issue not filed ({why}); its text is in {folder.IssueFile}");
            return result;
        }
        return await DeliverAsync(Describe(incident), result, cancellationToken);
    }

    private Delivery Describe(Incident incident) => new()
    {
        Kind = DeliveryKind.Failure,
        Pipeline = _document.Pipeline(incident.Run.Name),
        Occurrence = _document.Occurrence(incident),
        Fingerprint = incident.Fingerprint.Value,
        Title = _document.Title(incident),
        Body = _document.Body(incident),
        Comment = _document.Comment(incident),
        Labels = incident.Labels,
    };

    private Task<IssueResult> DeliverAsync(Delivery delivery, IssueResult result, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult(Queue(delivery, result, options.WhyNoTracker));
    }

    private IssueResult Queue(Delivery delivery, IssueResult result, string reason)
    {
        var file = options.Outbox.Put(delivery);
        console.Warning($"Issue not filed: {reason.TrimEnd('.')}. It waits in {file}");
        console.Information(string.Create(CultureInfo.InvariantCulture,
            $"Deliver it later with: ./build.sh Triage{(options.Tracker is null ? " --repository OWNER/NAME" : "")}   (token in GITHUB_TOKEN)"));
        return result with { Action = IssueAction.Queued };
    }
}
