using System.Globalization;
using GoldenPath.Runs;

namespace GoldenPath.Reporting.Answers;

/// <summary>What was done about an incident, as a person is told it.</summary>
internal static class IssueWords
{
    /// <summary>The line; <c>null</c> where there is nothing to tell.</summary>
    public static AnswerRow? Of(IssueResult issue) =>
        issue.Action switch
        {
            IssueAction.Created => Filed(issue, "filed"),
            IssueAction.Commented => Filed(issue, "is open, and tells of this run too"),
            IssueAction.Reopened => Filed(issue, "opened again"),
            IssueAction.Closed => Filed(issue, "closed, as the path works again"),
            IssueAction.Queued => new("issue", $"not filed, it waits in artifacts/outbox{Because(issue)}"),
            IssueAction.Rendered => new("issue", $"rendered, not filed{Because(issue)}"),
            _ => issue.Why is null ? null : new("issue", $"not filed{Because(issue)}"),
        };

    private static AnswerRow Filed(IssueResult issue, string what) =>
        new("issue", string.Create(CultureInfo.InvariantCulture, $"#{issue.Number} {what}: {issue.Url}"), Cutting.Never);

    private static string Because(IssueResult issue) => issue.Why is { } why ? $", because {why.TrimEnd('.')}" : "";
}
