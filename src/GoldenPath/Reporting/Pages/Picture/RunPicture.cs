using GoldenPath.Reporting.Pages.Reading;
using GoldenPath.Runs;

namespace GoldenPath.Reporting.Pages.Picture;

/// <summary>What happened in a run, on one time axis.</summary>
internal sealed class RunPicture
{
    private const int MostLanes = 100;

    /// <param name="story">The run.</param>
    public RunPicture(RunStory story)
    {
        var bounds = story
            .Run.Stages.Where(stage => stage.Outcome != StageOutcome.Skipped)
            .SelectMany(stage => new double[] { stage.OffsetMs, stage.OffsetMs + stage.DurationMs })
            .Concat(story.SmokeSteps);
        var busy = story.Scenarios.Select(scenario => scenario.Moments).Concat(story.Commands.Select(command => command.Moments));
        Axis = new(story.Extent, bounds, [.. busy.SelectMany(CloseUps.Of)]);
        Broke = BreakPoint.Of(story);
        Lanes =
        [
            .. new[] { StageLane.Of(story) }
                .Concat(new ServiceLanes(story).All())
                .Concat(new UserLanes(story).All())
                .Concat(story.Commands.Select(TestLane.Of).OfType<Lane>())
                .Concat(LogLanes.Of(story))
                .Where(lane => lane.Marks.Count > 0)
                .Take(MostLanes),
        ];
    }

    /// <summary>The axis.</summary>
    public TimeAxis Axis { get; }

    /// <summary>The lanes, from top to bottom.</summary>
    public IReadOnlyList<Lane> Lanes { get; }

    /// <summary>When it broke, in milliseconds from the start of the run; <c>null</c> where it did not.</summary>
    public double? Broke { get; }
}
