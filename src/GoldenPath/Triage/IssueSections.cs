using System.Globalization;
using System.Text;
using GoldenPath.Reporting;
using GoldenPath.Runs;

namespace GoldenPath.Triage;

/// <summary>The sections of an issue's body, in the order of the report that the project started from.</summary>
internal sealed partial class IssueSections(Incident incident, OutsideText text, int logLines)
{
    private const int MostFailures = 10;

    private RunResult Run => incident.Run;

    private DiagnosisResult Diagnosis => incident.Diagnosis;

    public List<IssueSection> All()
    {
        List<IssueSection?> sections =
        [
            new("Summary", Summary()),
            new("Impact", Impact()),
            new("Error details", ErrorDetails()),
            new("Root cause", RootCause()),
            new("Expected and actual", ExpectedAndActual()),
            new("Timeline", TimelineDiagram.Draw(Run, text)),
            Optional("Configuration", incident.Configuration.Length == 0 ? "" : text.Fence(incident.Configuration, "yaml", 6_000)),
            new("Environment", EnvironmentTable()),
            new("Resolution steps", ResolutionSteps()),
            Optional("Log excerpts", LogExcerpts()),
            Optional("Related tests", List(incident.RelatedTests.Take(30).Select(test => text.Code(test)))),
        ];
        return [.. sections.OfType<IssueSection>()];
    }

    private static IssueSection? Optional(string heading, string content) => content.Length == 0 ? null : new(heading, content);

    private string Summary() =>
        $"{text.Prose(Diagnosis.Summary)}\n\nVerdict **{Run.Verdict.ToString().ToLowerInvariant()}**, cause {text.Code(Diagnosis.Cause.Name)}, {CertaintyInWords()}.";

    private string CertaintyInWords() =>
        Diagnosis.Certainty switch
        {
            Certainty.Confirmed => "confirmed by the evidence below",
            Certainty.Likely => "likely, as the evidence below speaks for it",
            _ => "not certain: the evidence below does not decide",
        };

    private string Impact()
    {
        List<string> lines =
        [
            incident.FailedTest is null
                ? $"{text.Code(incident.Scenario)} ({text.Prose(incident.Severity)}) could not begin: nothing is known about the product until this is mended."
                : $"{text.Code(incident.Scenario)} ({text.Prose(incident.Severity)}) is broken for its users.",
        ];
        if (incident.ConcernsWebSocket)
        {
            lines.Add(incident.FailedTest is null ? "Everything that needs the WebSocket is blocked." : Felt());
        }
        var smoke = Run.Smoke;
        lines.Add(
            smoke.Total == 0
                ? "No smoke test ran; all of them are blocked."
                : string.Create(
                    CultureInfo.InvariantCulture,
                    $"{smoke.Failed} of {smoke.Total} smoke tests failed{(smoke.Skipped > 0 ? $", {smoke.Skipped} were skipped" : "")}."
                )
        );
        return List(lines);
    }

    private string Felt() =>
        Diagnosis.Cause.Name switch
        {
            Causes.TokenNotChecked => "Anybody can use the WebSocket in anybody's name.",
            Causes.EventsLeaked => "Users see what belongs to others.",
            Causes.EventsCannedAnswer => "Users of the WebSocket get an answer to something they did not ask.",
            Causes.EventsNone or Causes.EventsStalled => "Users of the WebSocket wait for an answer that does not come.",
            _ when Diagnosis.Cause.IsOf("events") => "Users of the WebSocket see wrong progress or none.",
            _ => "Users of the WebSocket see no progress and get no answer.",
        };

    private string ErrorDetails()
    {
        var details = new StringBuilder();
        details.Append(CultureInfo.InvariantCulture, $"- **Run:** {RunLink()}, {Run.StartedAt.UtcDateTime:yyyy-MM-dd HH:mm:ss}Z\n");
        if (incident.Git.Commit is { } commit)
        {
            details.Append(
                CultureInfo.InvariantCulture,
                $"- **Commit:** {text.Code(commit)}{(incident.Git.Branch is { } branch ? " on " + text.Code(branch) : "")}\n"
            );
        }
        var failures = Run.Smoke.Failures;
        foreach (var failure in failures.Take(MostFailures))
        {
            details.Append(
                CultureInfo.InvariantCulture,
                $"- **Test:** {text.Code(failure.Test)}{(failure.File is { } file ? ", **file:** " + text.Code(file) : "")}\n\n{text.Fence(failure.Error, "text", 3_000)}\n\n"
            );
        }
        if (failures.Count > MostFailures)
        {
            details.Append(
                CultureInfo.InvariantCulture,
                $"… and {failures.Count - MostFailures} more failures in {text.Code(incident.RunFolder + "/run.json")}.\n"
            );
        }
        if (failures.Count == 0)
        {
            details.Append(CultureInfo.InvariantCulture, $"- **Test:** none had begun\n\n{text.Fence(FirstError(), "text", 3_000)}\n");
        }
        return details.ToString();
    }

    /// <summary>What was captured, each fact once; the summary has been told.</summary>
    private string FirstError()
    {
        var evidence = Diagnosis
            .Chain.SelectMany(why => why.Evidence)
            .Select(item => item.Text)
            .Where(fact => !fact.Contains(Diagnosis.Summary, StringComparison.Ordinal))
            .Distinct()
            .Take(6)
            .ToList();
        return evidence.Count == 0 ? Diagnosis.Summary : string.Join('\n', evidence);
    }

    private string RunLink() => incident.RunUrl is { } url ? $"[{text.Code(Run.RunId)}]({url})" : text.Code(Run.RunId);

    private string RootCause()
    {
        var cause = new StringBuilder();
        var number = 0;
        foreach (var why in Diagnosis.Chain.Take(5))
        {
            cause.Append(CultureInfo.InvariantCulture, $"{++number}. **{text.Prose(why.Question)}** {text.Prose(why.Because)}\n");
            foreach (var evidence in why.Evidence.Take(5))
            {
                var isTold = evidence.Text.Length > 0 && why.Because.Contains(evidence.Text, StringComparison.Ordinal);
                cause.Append(
                    CultureInfo.InvariantCulture,
                    $"   - {text.Code(evidence.Source)}{(isTold ? "" : ": " + text.Code(evidence.Text))}\n"
                );
            }
        }
        if (Diagnosis.Chain.Count == 0)
        {
            cause.Append("Nothing that was captured explains it.\n");
        }
        if (Diagnosis.RuledOut.Count > 0)
        {
            cause.Append(
                CultureInfo.InvariantCulture,
                $"\nRuled out: {string.Join(", ", Diagnosis.RuledOut.Take(30).Select(name => text.Code(name)))}.\n"
            );
        }
        return cause.ToString();
    }

    private string ExpectedAndActual() =>
        $"**Expected:**\n\n{List(incident.Expected.Take(20).Select(line => text.Prose(line)))}\n\n**Actual:**\n\n{List(Actual())}";

    private IEnumerable<string> Actual()
    {
        foreach (var service in Run.Services.Take(20))
        {
            yield return service.ReadyAfterMs is { } ready
                ? string.Create(
                    CultureInfo.InvariantCulture,
                    $"{text.Code(service.Name)} was ready at {text.Code(service.Endpoint)} after {ready / 1000.0:0.00} s"
                )
                : $"{text.Code(service.Name)} never became ready";
        }
        foreach (var stage in Run.Stages.Where(stage => stage.Outcome == StageOutcome.Failed).Take(5))
        {
            yield return string.Create(
                CultureInfo.InvariantCulture,
                $"stage {text.Code(stage.Name)} failed after {stage.DurationMs / 1000.0:0.00} s"
            );
        }
        yield return text.Prose(Diagnosis.Summary);
    }

    private static string List(IEnumerable<string> lines) => string.Join('\n', lines.Select(line => "- " + line));
}
