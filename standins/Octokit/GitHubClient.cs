using Octokit.Internal;

namespace Octokit;

public class GitHubClient : IGitHubClient
{
    public static readonly Uri GitHubApiUrl = new("https://api.github.com/");

    public GitHubClient(IConnection connection)
    {
        Connection = connection;
        Issue = new IssuesClient(new RestClient((Connection)connection));
    }

    public IConnection Connection { get; }

    public IIssuesClient Issue { get; }

    public Uri BaseAddress => Connection.BaseAddress;

    public void SetRequestTimeout(TimeSpan timeout) => Connection.SetRequestTimeout(timeout);
}
