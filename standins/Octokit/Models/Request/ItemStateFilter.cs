namespace Octokit;

public enum ItemStateFilter
{
    Open,
    Closed,
    All,
}
