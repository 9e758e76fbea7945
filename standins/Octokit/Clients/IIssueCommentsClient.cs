namespace Octokit;

public interface IIssueCommentsClient
{
    Task<IReadOnlyList<IssueComment>> GetAllForIssue(string owner, string name, long issueNumber, ApiOptions options);

    Task<IssueComment> Create(string owner, string name, long issueNumber, string newComment);
}
