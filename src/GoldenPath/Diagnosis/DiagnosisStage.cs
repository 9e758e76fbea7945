using GoldenPath.Runs;

namespace GoldenPath.Diagnosis;

/// <summary>The stage that says why a run broke.</summary>
internal static class DiagnosisStage
{
    /// <summary>Turns the first failure into a diagnosis.</summary>
    public static Task RunAsync(RunSession session, IRunConsole console)
    {
        var diagnosis = FirstDiagnosis.Of(session.Record.Failure!);
        session.Record.Diagnosis = diagnosis;
        console.Information($"Cause: {diagnosis.Cause} ({diagnosis.Certainty.ToString().ToLowerInvariant()})");
        foreach (var remedy in diagnosis.Remedies)
        {
            console.Information($"  {remedy.Text.TrimEnd('.')}{(remedy.Command is null ? "" : $": {remedy.Command}")}");
        }

        return Task.CompletedTask;
    }
}
