namespace Octokit;

public interface IGitHubClient
{
    IConnection Connection { get; }

    IIssuesClient Issue { get; }

    void SetRequestTimeout(TimeSpan timeout);
}
