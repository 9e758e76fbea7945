namespace GoldenPath.Guard.Processes;

/// <summary>Error numbers that are the same on Linux and macOS.</summary>
internal static class Errno
{
    public const int NoEntry = 2; // ENOENT
    public const int NoProcess = 3; // ESRCH
    public const int Interrupted = 4; // EINTR
    public const int TooLong = 7; // E2BIG
    public const int NotExecutable = 8; // ENOEXEC
    public const int AccessDenied = 13; // EACCES
}
