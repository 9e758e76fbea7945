namespace GoldenPath.Benchmarks.Users;

/// <summary>The command line asks for something that cannot be done; the message says what to ask for instead.</summary>
internal sealed class UsageException(string message) : Exception(message);
