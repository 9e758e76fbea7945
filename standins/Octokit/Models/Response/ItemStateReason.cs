namespace Octokit;

public enum ItemStateReason
{
    Completed,
    NotPlanned,
    Reopened,
}
