using System.Text.Json;
using GoldenPath.Pipeline.Checks;
using GoldenPath.Runs;

namespace GoldenPath.Pipeline;

/// <summary>What the doctor found.</summary>
/// <param name="Findings">All of it, in the order of the checks.</param>
internal sealed record Examination(IReadOnlyList<Finding> Findings)
{
    /// <summary>The check whose problems are those of the file.</summary>
    public const string Configuration = "configuration";

    /// <summary>What a run would die of, as one failure; <c>null</c> where it would not.</summary>
    public Failure? Failure =>
        Problems is { Count: > 0 } problems
            ? new Failure
            {
                Cause = Causes.Unknown,
                Kind = problems.Any(problem => problem.Check == Configuration) ? FailureKind.Misconfigured : FailureKind.Broken,
                Summary = $"A run would fail: {problems.Count} problem{(problems.Count == 1 ? "" : "s")}, told above.",
            }
            : null;

    private List<Finding> Problems => [.. Findings.Where(finding => finding.State == FindingState.Problem)];

    /// <summary>The same findings with the pipeline's own command in their remedies.</summary>
    public Examination Worded(string pipeline) =>
        new([.. Findings.Select(finding => finding with { Remedies = [.. finding.Remedies.Select(remedy => remedy.Worded(pipeline))] })]);

    /// <summary>Tells it, a finding a line; what is wrong comes last.</summary>
    public void Tell(IRunConsole console)
    {
        foreach (var finding in Findings.Where(finding => finding.State == FindingState.Ok))
        {
            console.Information($"ok    {finding.Text}");
        }

        foreach (var finding in Findings.Where(finding => finding.State == FindingState.Warning))
        {
            console.Warning(finding.Line);
        }

        Problems.ForEach(problem => console.Error(problem.Line));
    }

    /// <summary>The findings for programs.</summary>
    /// <param name="exitCode">The exit code of the command.</param>
    public string ToJson(int exitCode) =>
        JsonSerializer.Serialize(
            new
            {
                Schema = 1,
                ExitCode = exitCode,
                Findings = Findings.Select(finding => new
                {
                    finding.State,
                    finding.Check,
                    finding.Text,
                    finding.Remedies,
                }),
            },
            RunJson.Indented
        );
}
