using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

namespace GoldenPath.Readiness;

/// <summary>Says in words who listens: pid, command, since when, and on which address.</summary>
internal static class PortHolder
{
    private const int LongestCommand = 120;

    /// <summary>One line about a listener.</summary>
    public static string Describe(PortListener listener) => $"{Who(listener)} listens on {listener.EndPoint}";

    /// <summary>The command line of a process, cut to a readable length; <c>null</c> where it is not visible.</summary>
    public static string? Command(int pid)
    {
        try
        {
            var line = OperatingSystem.IsLinux()
                ? File.ReadAllText(string.Create(CultureInfo.InvariantCulture, $"/proc/{pid}/cmdline")).Replace('\0', ' ').Trim()
                : Process.GetProcessById(pid).ProcessName;
            return line.Length <= LongestCommand ? line : line[..LongestCommand] + "…";
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or InvalidOperationException)
        {
            return null;
        }
    }

    private static string Who(PortListener listener)
        => listener.Pids is [var pid, ..] ? $"pid {pid}{InBrackets(Command(pid), Since(pid))}"
            : listener.UserId is { } user ? $"a process that is not visible to this user (it belongs to user id {user})"
            : "a process that is not visible to this user";

    private static string InBrackets(string? command, string? since)
        => string.Join(", ", new[] { command, since }.Where(part => part is { Length: > 0 })) is { Length: > 0 } text ? $" ({text})" : "";

    private static string? Since(int pid)
    {
        try
        {
            using var process = Process.GetProcessById(pid);
            return "since " + process.StartTime.ToUniversalTime().ToString("yyyy-MM-dd HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException or Win32Exception or NotSupportedException)
        {
            return null; // It ended meanwhile, or is another user's.
        }
    }
}
