namespace GoldenPath.Diagnosis.Logs;

/// <summary>How grave a program calls what it logs, in rising order.</summary>
internal enum LogLevel
{
    /// <summary>It does not say.</summary>
    Unknown,

    /// <summary>Details for its developers.</summary>
    Debug,

    /// <summary>The ordinary course of things.</summary>
    Information,

    /// <summary>Something to look at, with which it goes on.</summary>
    Warning,

    /// <summary>Something failed.</summary>
    Error,

    /// <summary>It cannot go on.</summary>
    Fatal,
}
