namespace GoldenPath.Triage;

/// <summary>Opens the tracker of a repository with a run's token.</summary>
/// <param name="settings">What the command asks for: token and address.</param>
/// <param name="repository">The repository, <c>owner/name</c>.</param>
/// <exception cref="TrackerException">The address, the repository or the token cannot be one.</exception>
public delegate IIssueTracker TrackerFactory(RunSettings settings, string repository);
