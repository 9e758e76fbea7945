using System.Globalization;
using GoldenPath.Configuration;
using GoldenPath.Guard.Redaction;
using GoldenPath.Reporting;
using GoldenPath.Reporting.Jobs;
using GoldenPath.Runs;

namespace GoldenPath.Pipeline;

/// <summary>What a run tells the GitHub Actions job that it is part of: the page, notes at the sources, and outputs for later steps.</summary>
/// <remarks>A courtesy: where something cannot be written, the run ends as it would have.</remarks>
/// <param name="redactor">What knows the run's secrets.</param>
/// <param name="console">Where a person, and the runner, are told.</param>
internal sealed class JobReport(Redactor redactor, IRunConsole console)
{
    /// <summary>A step's page is lost where it is longer than 1 MiB.</summary>
    private const int LongestPage = 1024 * 1024;

    private readonly Func<string, string?> _variable = Environment.GetEnvironmentVariable;

    /// <summary>Tells it; nothing outside of a job.</summary>
    /// <param name="settings">What the command asked for.</param>
    /// <param name="folder">The run's folder.</param>
    /// <param name="result">The result.</param>
    /// <param name="failure">What the failed stage saw; <c>null</c> where none failed.</param>
    /// <param name="definition">What the run was to prove; <c>null</c> where the file could not be read.</param>
    public void Tell(RunSettings settings, RunFolder folder, RunResult result, Failure? failure, PipelineDefinition? definition)
    {
        IReadOnlyList<string> bases = [Path.GetDirectoryName(settings.Config) ?? settings.Root, Environment.CurrentDirectory];
        if (JobPlace.Read(settings.Root, bases, redactor.Redact, _variable) is not { } place)
        {
            return;
        }

        try
        {
            var summary = new RunSummary(redactor, place);
            Append(
                "GITHUB_STEP_SUMMARY",
                summary.Render(result, failure, Unfiled(folder, result.Issue)),
                () => summary.Render(result, failure)
            );
            Append("GITHUB_OUTPUT", Outputs(settings, folder, result));
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            console.Warning($"The job's summary page or outputs cannot be written: {problem.Message}");
        }

        foreach (var annotation in new JobAnnotations(redactor, place).Of(result, failure, definition))
        {
            console.Command(WorkflowCommand.Error(annotation));
        }
    }

    private void Append(string file, string text, Func<string>? shorter = null)
    {
        if (_variable(file) is { Length: > 0 } path)
        {
            var taken = File.Exists(path) ? new FileInfo(path).Length : 0;
            File.AppendAllText(path, shorter is not null && taken + (text.Length * 4L) > LongestPage ? shorter() : text);
        }
    }

    // Whoever reads the page of a fork's pull request sees what will be filed.
    private static string? Unfiled(RunFolder folder, IssueResult issue) =>
        issue.Action is IssueAction.Queued or IssueAction.Rendered && File.Exists(folder.IssueFile)
            ? File.ReadAllText(folder.IssueFile).Split("---\n\n", 2)[^1]
            : null;

    private string Outputs(RunSettings settings, RunFolder folder, RunResult result)
    {
        (string Name, string Value)[] outputs =
        [
            ("verdict", result.Verdict.ToString().ToLowerInvariant()),
            ("exit-code", result.ExitCode.ToString(CultureInfo.InvariantCulture)),
            ("cause", result.Diagnosis?.Cause.Name ?? ""),
            ("certainty", result.Diagnosis?.Certainty.ToString().ToLowerInvariant() ?? ""),
            ("report", Path.GetRelativePath(settings.Root, folder.PageFile).Replace('\\', '/')),
            ("issue-url", result.Issue.Url ?? ""),
            ("run-id", result.RunId),
        ];
        return string.Concat(outputs.Select(output => $"{output.Name}={OneLine(output.Value)}\n"));
    }

    // A line break would begin an output of its own.
    private string OneLine(string value) => redactor.Redact(value).ReplaceLineEndings(" ");
}
