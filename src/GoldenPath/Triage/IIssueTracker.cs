namespace GoldenPath.Triage;

/// <summary>Where incidents are filed.</summary>
/// <remarks>Every call ends by its own deadline and throws <see cref="TrackerException"/>, worded for a person, for whatever keeps it
/// from its work. Lists may be stale; an issue read by its number is not. Nothing is written to an issue of another number or repository than the
/// one that is named, wherever the tracker may send a request: such an issue counts as gone.</remarks>
public interface IIssueTracker
{
    /// <summary>What a person calls it: <c>owner/name on github.com</c>.</summary>
    string Name { get; }

    /// <summary>The issues that have a label, the newest first.</summary>
    Task<IReadOnlyList<TrackedIssue>> ListAsync(string label, TrackedState state, CancellationToken cancellationToken);

    /// <summary>An issue by its number; <c>null</c> where it is gone.</summary>
    Task<TrackedIssue?> GetAsync(int number, CancellationToken cancellationToken);

    /// <summary>Files a new issue. Not repeated by the tracker: after a failure it may exist all the same.</summary>
    Task<TrackedIssue> CreateAsync(string title, string body, IReadOnlyList<LabelDefinition> labels, CancellationToken cancellationToken);

    /// <summary>Changes an issue, and nothing of it besides.</summary>
    Task<TrackedIssue> UpdateAsync(TrackedIssue issue, IssueChange change, CancellationToken cancellationToken);

    /// <summary>Adds a label, which is created where it is missing.</summary>
    Task AddLabelAsync(int number, LabelDefinition label, CancellationToken cancellationToken);

    /// <summary>Adds a comment. Not repeated by the tracker: after a failure it may exist all the same.</summary>
    Task CommentAsync(int number, string text, CancellationToken cancellationToken);

    /// <summary>The texts of an issue's comments.</summary>
    Task<IReadOnlyList<string>> CommentsAsync(int number, CancellationToken cancellationToken);

    /// <summary>Takes a name that only one at a time can have.</summary>
    /// <param name="name">The name, at most <see cref="LabelDefinition.LongestName"/> characters.</param>
    /// <param name="note">Who has it until when, for <see cref="ReadClaimAsync"/>.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>Whether it was free.</returns>
    Task<bool> TryClaimAsync(string name, string note, CancellationToken cancellationToken);

    /// <summary>The note of whoever has the name; <c>null</c> where nobody has.</summary>
    Task<string?> ReadClaimAsync(string name, CancellationToken cancellationToken);

    /// <summary>Gives the name back; no error where nobody has it. Not repeated by the tracker: after a failure another may have it already.</summary>
    Task ReleaseAsync(string name, CancellationToken cancellationToken);
}
