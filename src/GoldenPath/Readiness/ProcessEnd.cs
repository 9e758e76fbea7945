using System.Globalization;
using GoldenPath.Services;

namespace GoldenPath.Readiness;

/// <summary>Says how a process ended, and which cause that is.</summary>
/// <remarks>A code of 128 + n stands for signal n too: shells report it so, and .NET and Java exit so by themselves on SIGTERM.</remarks>
internal static class ProcessEnd
{
    private const int SignalBase = 128;
    private static readonly string[] Crashes = ["SIGILL", "SIGTRAP", "SIGABRT", "SIGBUS", "SIGFPE", "SIGSEGV", "SIGSYS"];

    private static readonly Dictionary<int, string> Signals = new()
    {
        [1] = "SIGHUP", [2] = "SIGINT", [3] = "SIGQUIT", [4] = "SIGILL", [5] = "SIGTRAP", [6] = "SIGABRT", [8] = "SIGFPE", [9] = "SIGKILL",
        [11] = "SIGSEGV", [13] = "SIGPIPE", [14] = "SIGALRM", [15] = "SIGTERM", [24] = "SIGXCPU", [25] = "SIGXFSZ",
        [OperatingSystem.IsMacOS() ? 10 : 7] = "SIGBUS", [OperatingSystem.IsMacOS() ? 12 : 31] = "SIGSYS",
    };

    /// <summary><see cref="Causes.ProcessKilled"/> for somebody's signal, <see cref="Causes.ProcessExited"/> for an exit or a crash.</summary>
    public static string Cause(ProcessExit exit)
        => Signal(exit) is { } signal && !Crashes.Contains(signal) ? Causes.ProcessKilled : Causes.ProcessExited;

    /// <summary><c>exited with code 3</c>, <c>crashed, code 139 (SIGSEGV)</c>, <c>was killed by SIGKILL (code 137)</c>.</summary>
    public static string Describe(ProcessExit exit)
    {
        var code = (exit.Code ?? SignalBase + exit.Signal)?.ToString(CultureInfo.InvariantCulture);
        return (code, Signal(exit)) switch
        {
            (null, _) => "ended, and nobody could see how",
            (_, null) => $"exited with code {code}",
            (_, { } signal) when Crashes.Contains(signal) => $"crashed with code {code} ({signal})",
            (_, { } signal) => $"was ended with code {code} ({signal})",
        };
    }

    private static string? Signal(ProcessExit exit)
        => (exit.Signal ?? exit.Code - SignalBase) is { } number && (Signals.TryGetValue(number, out var name) || exit.Signal is not null)
            ? name ?? $"signal {exit.Signal}"
            : null;
}
