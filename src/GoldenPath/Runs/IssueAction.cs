namespace GoldenPath.Runs;

/// <summary>What was done about an incident.</summary>
public enum IssueAction
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>A new issue was filed.</summary>
    Created,

    /// <summary>An occurrence was added to the open issue.</summary>
    Commented,

    /// <summary>The closed issue was opened again.</summary>
    Reopened,

    /// <summary>The issue was closed, as the path works again.</summary>
    Closed,

    /// <summary>It waits in the outbox, as no tracker could be reached.</summary>
    Queued,

    /// <summary>It was written to the run folder only, as asked.</summary>
    Rendered,
}
