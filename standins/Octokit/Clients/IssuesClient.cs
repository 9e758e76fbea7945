using System.Text.Json;
using Octokit.Internal;

namespace Octokit;

internal sealed class IssuesClient(RestClient rest) : IIssuesClient
{
    public IIssueCommentsClient Comment { get; } = new IssueCommentsClient(rest);

    public IIssuesLabelsClient Labels { get; } = new IssuesLabelsClient(rest);

    public Task<Issue> Get(string owner, string name, long issueNumber) => rest.Get<Issue>(Path(owner, name, issueNumber));

    public Task<IReadOnlyList<Issue>> GetAllForRepository(string owner, string name, RepositoryIssueRequest request, ApiOptions options)
    {
        List<(string Name, string Value)> parameters =
        [
            ("filter", JsonNamingPolicy.SnakeCaseLower.ConvertName(request.Filter.ToString())),
            ("state", JsonNamingPolicy.SnakeCaseLower.ConvertName(request.State.ToString())),
            ("sort", JsonNamingPolicy.SnakeCaseLower.ConvertName(request.SortProperty.ToString())),
            ("direction", request.SortDirection == SortDirection.Ascending ? "asc" : "desc"),
        ];
        if (request.Labels.Count > 0)
        {
            parameters.Add(("labels", string.Join(',', request.Labels)));
        }
        return rest.GetAll<Issue>(Path(owner, name), parameters, options);
    }

    public Task<Issue> Create(string owner, string name, NewIssue newIssue) => rest.Post<Issue>(Path(owner, name), newIssue);

    public Task<Issue> Update(string owner, string name, long issueNumber, IssueUpdate issueUpdate) => rest.Patch<Issue>(Path(owner, name, issueNumber), issueUpdate);

    internal static string Path(string owner, string name) => $"repos/{Uri.EscapeDataString(owner)}/{Uri.EscapeDataString(name)}/issues";

    internal static string Path(string owner, string name, long issueNumber) => $"{Path(owner, name)}/{issueNumber}";
}
