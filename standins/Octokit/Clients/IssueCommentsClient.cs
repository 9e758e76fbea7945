using Octokit.Internal;

namespace Octokit;

internal sealed class IssueCommentsClient(RestClient rest) : IIssueCommentsClient
{
    public Task<IReadOnlyList<IssueComment>> GetAllForIssue(string owner, string name, long issueNumber, ApiOptions options) =>
        rest.GetAll<IssueComment>(IssuesClient.Path(owner, name, issueNumber) + "/comments", [("sort", "created"), ("direction", "asc")], options);

    public Task<IssueComment> Create(string owner, string name, long issueNumber, string newComment) =>
        rest.Post<IssueComment>(IssuesClient.Path(owner, name, issueNumber) + "/comments", new { body = newComment });
}
