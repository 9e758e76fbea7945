using GoldenPath.Reporting.Pages.Reading;

namespace GoldenPath.Reporting.Pages.Picture;

/// <summary>When a run broke.</summary>
internal static class BreakPoint
{
    /// <summary>When, in milliseconds from the start of the run; <c>null</c> where it did not, or nobody saw it.</summary>
    /// <remarks>A service that ended unasked, or the first event that was wrong; otherwise the moment at which a stage gave up.</remarks>
    public static double? Of(RunStory story) => story.Run.Verdict == Verdict.Passed
        ? null
        : new[] { story.Services.Min(service => service.Ended), FirstViolation(story), story.FailedAt }.Min();

    private static double? FirstViolation(RunStory story) => story.Scenarios
        .SelectMany(scenario => scenario.Users)
        .SelectMany(user => user.Violations.Select(violation => user.Sent + violation.After))
        .Min();
}
