using GoldenPath.Reporting.Pages.Html;
using GoldenPath.Reporting.Pages.Reading;
using GoldenPath.Runs;

namespace GoldenPath.Reporting.Pages.Parts;

/// <summary>The tests, also when all is well: what failed with what it said, then everything that ran.</summary>
/// <param name="page">The page.</param>
internal sealed class TestPart(PageContext page)
{
    private const int MostListed = 1_000;

    private readonly SmokeResult _smoke = page.Story.Run.Smoke;

    /// <summary>Writes it.</summary>
    public Markup Write() =>
        _smoke.Total == 0
            ? Markup.None
            : page.Section(
                "tests",
                "Tests",
                page.Writer.Write(
                    $"""
                    <p>{Times.Count(_smoke.Total, "test")}{(page.Story.Scenarios.Count > 0 ? ", a scenario counted as one" : "")}:
                    {_smoke.Passed:N0} passed, {_smoke.Failed:N0} failed, {_smoke.Skipped:N0} skipped.</p>
                    {Flaky()}{Markup.Join(_smoke.Failures.Take(PageContext.MostItems).Select(Failed))}{Further(_smoke.Failures.Count)}
                    {Markup.Join(page.Story.Commands.Select(Listed))}
                    """
                )
            );

    private Markup Flaky() =>
        _smoke.Flaky == 0
            ? Markup.None
            : page.Writer.Write(
                $"""
                <p>Flaky, failed first and passed when run again: {_smoke.Flaky:N0}.</p>
                <ul class="tests">
                {Markup.Join(_smoke.FlakyTests.Take(PageContext.MostItems).Select(test => page.Writer.Write($"<li>{test}</li>\n")))}</ul>

                """
            );

    private Markup Failed(TestFailure failure) =>
        page.Once.Rest(failure.Error) is { Length: > 0 } said
            ? page.Writer.Write(
                $"<details open class=\"failure\"><summary>{failure.Test}{At(failure)}</summary><pre tabindex=\"0\">{said}</pre></details>\n"
            )
            : page.Writer.Write($"<p class=\"failure\"><strong>{failure.Test}</strong>{At(failure)} failed as said above.</p>\n");

    private Markup At(TestFailure failure) => failure.File is null ? Markup.None : page.Writer.Write($" <small>{failure.File}</small>");

    private Markup Further(int count) =>
        count <= PageContext.MostItems
            ? Markup.None
            : page.Writer.Write($"<p>{count - PageContext.MostItems:N0} more are in {page.FileLink("run.json")}.</p>\n");

    private Markup Listed(CommandTrack command) =>
        page.Writer.Write(
            $"""
            <details><summary>All that {command.Log} ran: {Times.Count(command.Tests.Count, "test")}</summary>
            <ul class="tests">
            {Markup.Join(InOrder(command).Take(MostListed).Select(Listed))}</ul>
            </details>

            """
        );

    private static IEnumerable<TestTrack> InOrder(CommandTrack command) =>
        command.Tests.OrderByDescending(test => test.Outcome == "failed").ThenBy(test => test.Began);

    private Markup Listed(TestTrack test) =>
        page.Writer.Write(
            $"""
            <li class="{Outcome(test)}"><span class="when">{(test.Took is { } took ? Times.Seconds(took) : "")}</span> {test.Name}
            <small>{Outcome(test)}</small></li>

            """
        );

    private static string Outcome(TestTrack test) =>
        test.Outcome switch
        {
            "passed" => "passed",
            "failed" => "failed",
            _ => "skipped",
        };
}
