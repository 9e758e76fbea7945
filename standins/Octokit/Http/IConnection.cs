namespace Octokit;

public interface IConnection
{
    Uri BaseAddress { get; }

    void SetRequestTimeout(TimeSpan timeout);
}
