using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using GoldenPath.Guard.Processes;
using GoldenPath.Guard.Redaction;
using GoldenPath.Services;

namespace GoldenPath.Readiness;

/// <summary>Says in words who listens: pid, command, since when, and on which address.</summary>
internal static class PortHolder
{
    private const int LongestCommand = 120;
    private static readonly Redactor Redactor = new();

    /// <summary>One line about a listener.</summary>
    public static string Describe(PortListener listener) => $"{Who(listener)} listens on {listener.EndPoint}";

    /// <summary>What runs a service: its process, or the container where that is on another machine.</summary>
    public static string Describe(ISupervisedService service) =>
        service is { Host: { } host, ContainerId: { } container } ? $"container {container[..12]} on {host}" : Describe(service.Pid);

    /// <summary>A process: pid, command without secrets and cut to a readable length, and since when it runs.</summary>
    public static string Describe(int pid) =>
        $"pid {pid}" + (string.Join(", ", new[] { Command(pid), Since(pid) }.OfType<string>()) is { Length: > 0 } text ? $" ({text})" : "");

    private static string Who(PortListener listener) =>
        listener.Pids is [var pid, ..] ? Describe(pid)
        : listener.UserId is { } user ? $"a process that is not visible to this user (it belongs to user id {user})"
        : "a process that is not visible to this user";

    private static string? Command(int pid) =>
        Redactor.Redact(OneLine(ProcessTable.CommandLine(pid))) switch
        {
            "" => null,
            { Length: > LongestCommand } line => line[..LongestCommand] + "…",
            var line => line,
        };

    // Scripts given on a command line have many.
    private static string OneLine(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

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
