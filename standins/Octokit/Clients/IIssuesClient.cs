namespace Octokit;

public interface IIssuesClient
{
    IIssueCommentsClient Comment { get; }

    IIssuesLabelsClient Labels { get; }

    Task<Issue> Get(string owner, string name, long issueNumber);

    Task<IReadOnlyList<Issue>> GetAllForRepository(string owner, string name, RepositoryIssueRequest request, ApiOptions options);

    Task<Issue> Create(string owner, string name, NewIssue newIssue);

    Task<Issue> Update(string owner, string name, long issueNumber, IssueUpdate issueUpdate);
}
