using System.Text.Json;
using GoldenPath.Diagnosis;

namespace GoldenPath.Pipeline;

/// <summary>The stage that says why a run broke.</summary>
internal static class DiagnosisStage
{
    /// <summary>Diagnoses the run from what was captured when it broke.</summary>
    public static async Task RunAsync(RunSession session, IRunConsole console)
    {
        var diagnosis = await Task.Run(() => Diagnose(session, console));
        session.Record.Diagnosis = diagnosis;
        session.Journal.Write(
            "diagnosis",
            diagnosis.Summary,
            ("cause", diagnosis.Cause.Name),
            ("certainty", DiagnosisText.Word(diagnosis.Certainty))
        );
        DiagnosisText.Tell(diagnosis, console.Detail);
    }

    // Where nothing could be captured, what the stage saw is all there is.
    private static DiagnosisResult Diagnose(RunSession session, IRunConsole console)
    {
        try
        {
            return Diagnostician.Diagnose(session.Folder.Path) ?? Uncaptured(session.Record.Failure!);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or JsonException)
        {
            console.Warning($"The captured evidence cannot be read: {problem.Message}");
            return Uncaptured(session.Record.Failure!);
        }
    }

    private static DiagnosisResult Uncaptured(Failure failure) =>
        new()
        {
            Cause = failure.Cause,
            Certainty = failure.Cause == Causes.Unknown ? Certainty.Inconclusive : Certainty.Likely,
            Summary = failure.Summary,
            Chain = [new("Why did the run fail?", failure.Summary, [])],
            Remedies = failure.Remedies,
        };
}
