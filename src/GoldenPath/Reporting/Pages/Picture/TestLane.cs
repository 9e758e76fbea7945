using GoldenPath.Reporting.Pages.Html;
using GoldenPath.Reporting.Pages.Reading;

namespace GoldenPath.Reporting.Pages.Picture;

/// <summary>The tests of a test command: side by side where they ran so. Of many, the failed ones and the longest.</summary>
internal static class TestLane
{
    private const int Most = 150;
    private const int MostRows = 8;

    /// <summary>The lane of a command; <c>null</c> where no test has a time.</summary>
    public static Lane? Of(CommandTrack command)
    {
        var timed = command.Tests.Where(test => test.Began is not null).ToList();
        var drawn = timed
            .OrderByDescending(test => test.Outcome == "failed")
            .ThenByDescending(test => test.Took)
            .Take(Most)
            .OrderBy(test => test.Began)
            .ToList();
        var rows = new List<double>();
        var marks = drawn.Select(test => Of(test, Row(rows, test))).OrderBy(mark => mark.Tone).ToList();
        return marks.Count == 0
            ? null
            : new(
                $"{Times.Count(command.Tests.Count, "test")}{(drawn.Count < timed.Count ? $", the {drawn.Count} longest drawn" : "")}",
                marks
            );
    }

    private static Mark Of(TestTrack test, int row) =>
        new(
            test.Outcome == "failed" ? Shape.Cross : Shape.Bar,
            test.Outcome switch
            {
                "failed" => Tone.Bad,
                "passed" => Tone.Good,
                _ => Tone.Odd,
            },
            test.Began!.Value,
            test.Began.Value + (test.Took ?? 0),
            $"{test.Name} {test.Outcome} after {Times.Seconds(test.Took ?? 0)}",
            row
        );

    /// <summary>The first row that is free when a test begins; the last one where none is.</summary>
    private static int Row(List<double> rows, TestTrack test)
    {
        var end = test.Began!.Value + (test.Took ?? 0);
        var free = rows.FindIndex(until => until <= test.Began);
        if (free < 0 && rows.Count < MostRows)
        {
            rows.Add(end);
            return rows.Count - 1;
        }

        var row = free < 0 ? rows.Count - 1 : free;
        rows[row] = Math.Max(rows[row], end);
        return row;
    }
}
