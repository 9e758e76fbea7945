using GoldenPath.Reporting.Pages.Reading;

namespace GoldenPath.Reporting.Pages.Picture;

/// <summary>When a run broke.</summary>
internal static class BreakPoint
{
    /// <summary>When, in milliseconds from the start of the run; <c>null</c> where it did not, or nobody saw it.</summary>
    /// <remarks>A service that ended unasked, the first event that was wrong, or the first test that failed; otherwise the moment at which a stage gave up.</remarks>
    public static double? Of(RunStory story) =>
        story.Run.Verdict == Verdict.Passed
            ? null
            : new[] { story.Services.Min(service => service.Ended), FirstViolation(story), FirstFailedTest(story), story.FailedAt }.Min();

    private static double? FirstFailedTest(RunStory story) =>
        story
            .Commands.SelectMany(command => command.Tests)
            .Where(test => test.Outcome == "failed")
            .Min(test => test.Began + (test.Took ?? 0));

    private static double? FirstViolation(RunStory story) =>
        story
            .Scenarios.SelectMany(scenario => scenario.Users)
            .SelectMany(user => user.Violations.Select(violation => user.Sent + violation.After))
            .Min();
}
