namespace Octokit;

public enum SortDirection
{
    Ascending,
    Descending,
}
