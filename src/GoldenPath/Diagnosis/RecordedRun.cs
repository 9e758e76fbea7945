using System.Text.Json;
using GoldenPath.Runs;

namespace GoldenPath.Diagnosis;

/// <summary>A run folder that is diagnosed again, offline.</summary>
/// <param name="folder">Its full path.</param>
internal sealed class RecordedRun(string folder)
{
    /// <summary>Tells what the run broke by, or that it did not break.</summary>
    /// <exception cref="PipelineException">The folder is no recorded run, or cannot be understood.</exception>
    public void Tell(IRunConsole console)
    {
        var result = RunJson.TryRead(Path.Combine(folder, "run.json"));
        if (Diagnose() is { } diagnosis)
        {
            console.Information($"Run {result?.RunId ?? Path.GetFileName(folder)}: {diagnosis.Summary}");
            DiagnosisText.Tell(diagnosis, console.Information);
        }
        else if (result is null)
        {
            throw Unusable("it holds neither run.json nor evidence/case.json");
        }
        else
        {
            console.Information(
                $"Run {result.RunId} ended with the verdict {result.Verdict.ToString().ToLowerInvariant()}, and left nothing to diagnose."
            );
        }
    }

    private DiagnosisResult? Diagnose()
    {
        try
        {
            return Diagnostician.Diagnose(folder);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or JsonException)
        {
            throw Unusable(problem.Message);
        }
    }

    private PipelineException Unusable(string why) =>
        new(
            new Failure
            {
                Cause = Causes.Unknown,
                Kind = FailureKind.Misconfigured,
                Summary = $"'{folder}' cannot be diagnosed again: {why}",
                Remedies = [new("Name the folder of a run: --run artifacts/golden-path/<run-id>")],
            }
        );
}
