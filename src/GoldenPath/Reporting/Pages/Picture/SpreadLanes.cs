using GoldenPath.Reporting.Pages.Html;
using GoldenPath.Reporting.Pages.Reading;

namespace GoldenPath.Reporting.Pages.Picture;

/// <summary>How the events of many users spread: a lane an event, from the first user to the last, half of them in the middle.</summary>
internal static class SpreadLanes
{
    /// <summary>The lanes of a scenario.</summary>
    public static IEnumerable<Lane> Of(ScenarioTrack scenario) =>
        scenario.Spreads.Select(spread => new Lane(
            $"{spread.Name}, {Times.Count(spread.Count, "user")}",
            [
                new(
                    Shape.Bar,
                    Tone.Soft,
                    spread.First,
                    spread.Last,
                    $"slowest user {spread.Slowest}, {Times.Seconds(spread.Longest)} after sending"
                ),
                new(
                    Shape.Bar,
                    Toned(spread),
                    spread.Fifth,
                    spread.NinetyFifth,
                    $"95 % within {Times.Seconds(spread.MostWithin)} after sending"
                ),
                Mark.At(Shape.Dot, Toned(spread), spread.Middle, $"half within {Times.Seconds(spread.HalfWithin)} after sending"),
            ]
        ));

    private static Tone Toned(EventSpread spread) => spread.IsEnd ? Tone.Bad : Tone.Good;
}
