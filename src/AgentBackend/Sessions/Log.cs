namespace AgentBackend.Sessions;

/// <summary>Everything the service says. Ids are shortened; tokens, passwords and what users write never appear.</summary>
internal static partial class Log
{
    [LoggerMessage(LogLevel.Warning, "Misbehaving on purpose: {Name}: {Effect}")]
    public static partial void Misbehaving(this ILogger log, string name, string effect);

    [LoggerMessage(LogLevel.Information, "Login refused: email or password is wrong")]
    public static partial void LoginRefused(this ILogger log);

    [LoggerMessage(LogLevel.Information, "Connection {Connection} refused: {Reason}")]
    public static partial void Refused(this ILogger log, string connection, string reason);

    [LoggerMessage(LogLevel.Information, "Connection {Connection} of {User} opened")]
    public static partial void Opened(this ILogger log, string connection, string user);

    [LoggerMessage(LogLevel.Information, "Connection {Connection} of {User} ended: {Reason}")]
    public static partial void Ended(this ILogger log, string connection, string user, string reason);

    [LoggerMessage(LogLevel.Information, "Run {Run} of {User} finished: {Events} events in {Milliseconds:F1} ms")]
    public static partial void Finished(this ILogger log, string run, string user, int events, double milliseconds);

    [LoggerMessage(LogLevel.Error, "Run {Run} of {User} failed")]
    public static partial void Failed(this ILogger log, Exception exception, string run, string user);
}
