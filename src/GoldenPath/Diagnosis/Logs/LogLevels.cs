using System.Collections.Frozen;

namespace GoldenPath.Diagnosis.Logs;

/// <summary>The words and numbers by which programs tell a level.</summary>
internal static class LogLevels
{
    private static readonly FrozenDictionary<string, LogLevel> Words = new (LogLevel Level, string[] Words)[]
    {
        (LogLevel.Debug, ["trace", "trce", "debug", "dbug", "dbg", "verbose", "verb", "finest", "finer", "fine", "d", "t"]),
        (LogLevel.Information, ["info", "information", "informational", "inf", "notice", "log", "config", "system", "note", "i"]),
        (LogLevel.Warning, ["warn", "warning", "wrn", "w"]),
        (LogLevel.Error, ["error", "err", "eror", "fail", "severe", "e"]),
        (LogLevel.Fatal, ["fatal", "ftl", "panic", "crit", "critical", "emerg", "emergency", "alert", "dpanic", "fatal error", "f", "c"]),
    }
        .SelectMany(row => row.Words.Select(word => (word, row.Level)))
        .ToFrozenDictionary(row => row.word, row => row.Level, StringComparer.OrdinalIgnoreCase);

    /// <summary>The level that a word stands for; unknown for any other.</summary>
    public static LogLevel Of(string word) => Words.GetValueOrDefault(word.Trim());

    /// <summary>The level that a number stands for: tens as bunyan and pino count, or less than ten as syslog counts.</summary>
    public static LogLevel Of(double number) =>
        number switch
        {
            >= 60 => LogLevel.Fatal,
            >= 50 => LogLevel.Error,
            >= 40 => LogLevel.Warning,
            >= 30 => LogLevel.Information,
            >= 10 => LogLevel.Debug,
            < 0 or >= 8 => LogLevel.Unknown,
            <= 2 => LogLevel.Fatal,
            <= 3 => LogLevel.Error,
            <= 4 => LogLevel.Warning,
            <= 6 => LogLevel.Information,
            _ => LogLevel.Debug,
        };
}
