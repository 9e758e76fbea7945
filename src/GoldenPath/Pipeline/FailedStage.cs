using GoldenPath.Diagnosis.Collecting;
using GoldenPath.Services;

namespace GoldenPath.Pipeline;

/// <summary>A stage that failed: a person is told, and what shows why is captured.</summary>
/// <param name="session">The run.</param>
/// <param name="stage">The stage.</param>
/// <param name="failure">What it saw.</param>
/// <param name="console">Where a person is told.</param>
internal sealed class FailedStage(RunSession session, string stage, Failure failure, IRunConsole console)
{
    /// <summary>Tells what the stage saw, then captures the evidence at once: what can be seen of a failure fades.</summary>
    /// <param name="running">The services that were asked to start.</param>
    public async Task TellAsync(IReadOnlyList<RunningService> running)
    {
        if (session.Record.Failure != failure)
        {
            // The first one is the answer of the command.
            console.Error(failure.Summary);
        }

        // The smoke stage has told its own, step by step.
        foreach (var line in stage == Stages.SmokeTests ? [] : failure.Details)
        {
            console.Detail("  " + line);
        }

        if (
            !Stages.Proving.Contains(stage)
            || session.Record.Failure is not { IsIncident: true }
            || session.Definition is not { } definition
        )
        {
            return;
        }

        try
        {
            var subject = session.Capture(definition, running, stage, failure);
            foreach (var omitted in await new EvidenceCapture(subject).CaptureAsync())
            {
                console.Warning($"Evidence is missing: {omitted}");
            }
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            console.Warning($"The evidence cannot be kept: {problem.Message}");
        }
    }
}
