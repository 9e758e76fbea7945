using GoldenPath.Reporting.Pages.Html;
using GoldenPath.Reporting.Pages.Reading;
using GoldenPath.Runs;

namespace GoldenPath.Reporting.Pages.Picture;

/// <summary>The stages of a run.</summary>
internal static class StageLane
{
    /// <summary>Those that ran.</summary>
    public static Lane Of(RunStory story) =>
        new(
            "stages",
            [
                .. story
                    .Run.Stages.Where(stage => stage.Outcome != StageOutcome.Skipped)
                    .Select(stage => new Mark(
                        Shape.Named,
                        Toned(stage.Outcome),
                        stage.OffsetMs,
                        stage.OffsetMs + stage.DurationMs,
                        $"{stage.Name} {stage.Outcome.ToString().ToLowerInvariant()} after {Times.Seconds(stage.DurationMs)}"
                    )),
            ]
        );

    private static Tone Toned(StageOutcome outcome) =>
        outcome switch
        {
            StageOutcome.Succeeded => Tone.Good,
            StageOutcome.Failed => Tone.Bad,
            _ => Tone.Odd,
        };
}
