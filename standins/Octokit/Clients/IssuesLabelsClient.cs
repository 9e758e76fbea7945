using Octokit.Internal;

namespace Octokit;

internal sealed class IssuesLabelsClient(RestClient rest) : IIssuesLabelsClient
{
    public Task<IReadOnlyList<Label>> GetAllForRepository(string owner, string name, ApiOptions options) => rest.GetAll<Label>(Path(owner, name), [], options);

    public Task<Label> Get(string owner, string name, string labelName) => rest.Get<Label>(Path(owner, name, labelName));

    public Task<Label> Create(string owner, string name, NewLabel newLabel) => rest.Post<Label>(Path(owner, name), newLabel);

    public Task Delete(string owner, string name, string labelName) => rest.Delete(Path(owner, name, labelName));

    private static string Path(string owner, string name) => $"repos/{Uri.EscapeDataString(owner)}/{Uri.EscapeDataString(name)}/labels";

    private static string Path(string owner, string name, string labelName) => $"{Path(owner, name)}/{Uri.EscapeDataString(labelName)}";
}
