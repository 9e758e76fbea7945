namespace Octokit;

public enum IssueSort
{
    Created,
    Updated,
    Comments,
}
