namespace Octokit;

public interface IIssuesLabelsClient
{
    Task<IReadOnlyList<Label>> GetAllForRepository(string owner, string name, ApiOptions options);

    Task<Label> Get(string owner, string name, string labelName);

    Task<Label> Create(string owner, string name, NewLabel newLabel);

    Task Delete(string owner, string name, string labelName);
}
