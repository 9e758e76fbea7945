namespace GoldenPath.Guard.Protocol;

/// <summary>What is at fault where a process could not be started.</summary>
internal enum LaunchFailureKind
{
    /// <summary>The executable does not exist, or cannot be run.</summary>
    Executable,

    /// <summary>The working directory does not exist.</summary>
    Directory,

    /// <summary>The lease or the log could not be written.</summary>
    Disk,

    /// <summary>The system refuses to create another process.</summary>
    System,
}
