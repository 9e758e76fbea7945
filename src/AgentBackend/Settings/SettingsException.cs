namespace AgentBackend.Settings;

/// <summary>A setting that the service refuses to start with; the message says which, why and what to write instead.</summary>
internal sealed class SettingsException(string message) : Exception(message);
