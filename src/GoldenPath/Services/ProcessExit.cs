namespace GoldenPath.Services;

/// <summary>How a process ended: by a code, or by a signal.</summary>
/// <param name="Code">The exit code; <c>null</c> where a signal ended it, or where nobody could see it end.</param>
/// <param name="Signal">The signal's number; <c>null</c> where it exited by itself.</param>
public sealed record ProcessExit(int? Code, int? Signal);
