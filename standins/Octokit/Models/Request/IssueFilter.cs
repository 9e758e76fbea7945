namespace Octokit;

public enum IssueFilter
{
    Assigned,
    Created,
    Mentioned,
    Subscribed,
    All,
}
