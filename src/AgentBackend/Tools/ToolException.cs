namespace AgentBackend.Tools;

/// <summary>A tool could not do what it was asked; the message says why, to the user.</summary>
internal sealed class ToolException(string message) : Exception(message);
