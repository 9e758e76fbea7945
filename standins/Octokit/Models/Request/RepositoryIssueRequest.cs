namespace Octokit;

public class RepositoryIssueRequest : IssueRequest
{
}
