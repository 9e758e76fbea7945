using System.Globalization;
using GoldenPath.Guard.Processes;
using GoldenPath.Guard.Windows;
using GoldenPath.Services;

namespace GoldenPath.Readiness;

/// <summary>Says how a process ended, and which cause that is.</summary>
/// <remarks>A code of 128 + n stands for signal n too: shells report it so, and .NET and Java exit so by themselves on SIGTERM.</remarks>
internal static class ProcessEnd
{
    private const int SignalBase = 128;

    /// <summary><see cref="Causes.ProcessKilled"/> for somebody's signal, <see cref="Causes.ProcessExited"/> for an exit or a crash.</summary>
    public static string Cause(ProcessExit exit) =>
        Signal(exit) is { } signal && !Signals.IsCrash(signal) ? Causes.ProcessKilled : Causes.ProcessExited;

    /// <summary><c>exited with code 3</c>, <c>crashed, code 139 (SIGSEGV)</c>, <c>was killed by SIGKILL (code 137)</c>.</summary>
    public static string Describe(ProcessExit exit)
    {
        var code = (exit.Code ?? SignalBase + exit.Signal)?.ToString(CultureInfo.InvariantCulture);
        return (code, Signal(exit)) switch
        {
            _ when exit.Code is { } number && ExitStatus.Name(number) is { } status => $"crashed with code 0x{number:X8} ({status})",
            (null, _) => "ended, and nobody could see how",
            (_, null) => $"exited with code {code}",
            (_, { } signal) when Signals.IsCrash(signal) => $"crashed with code {code} ({signal})",
            (_, { } signal) => $"was ended with code {code} ({signal})",
        };
    }

    private static string? Signal(ProcessExit exit) =>
        (exit.Signal ?? (exit.Code is { } code ? Signals.OfExitCode(code) : null)) is { } number ? Signals.Name(number) : null;
}
