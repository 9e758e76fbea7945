namespace Nuke.Common.Execution;

/// <summary>The host of a build that a person started.</summary>
public class Terminal : Host;
