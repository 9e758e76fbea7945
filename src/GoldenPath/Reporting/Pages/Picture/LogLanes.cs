using GoldenPath.Reporting.Pages.Html;
using GoldenPath.Reporting.Pages.Reading;

namespace GoldenPath.Reporting.Pages.Picture;

/// <summary>The lines of logs that matter: those that are cited, and those that tell of trouble, as far as it is known when they were written.</summary>
internal static class LogLanes
{
    private const int LongestText = 140;

    /// <summary>A lane a log.</summary>
    public static IEnumerable<Lane> Of(RunStory story) =>
        story
            .Logs.Select(log => new Lane(
                $"log of {log.Name}",
                [.. log.Telling.Where(line => line.At is not null).OrderBy(line => line.IsCited).Select(line => Of(log, line))]
            ))
            .Where(lane => lane.Marks.Count > 0);

    private static Mark Of(LogTrack log, LogLine line) =>
        Mark.At(
            Shape.Diamond,
            line.IsCited ? Tone.Bad : Tone.Odd,
            line.At!.Value,
            $"{log.Excerpt.Name}:{line.Number} {Short.Of(line.Text, LongestText)}, at {Times.Seconds(line.At.Value)}"
        );
}
