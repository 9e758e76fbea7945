using System.Globalization;

namespace GoldenPath.Docker.Containers;

/// <summary>The names of the signals that end processes, as Linux numbers them.</summary>
internal static class Signals
{
    private static readonly Dictionary<int, string> Names = new()
    {
        [1] = "SIGHUP", [2] = "SIGINT", [3] = "SIGQUIT", [4] = "SIGILL", [6] = "SIGABRT", [7] = "SIGBUS", [8] = "SIGFPE", [9] = "SIGKILL", [11] = "SIGSEGV",
        [13] = "SIGPIPE", [15] = "SIGTERM", [31] = "SIGSYS",
    };

    /// <summary>Whether a signal says that the process itself went wrong.</summary>
    public static bool IsCrash(int number) => number is 4 or 6 or 7 or 8 or 11 or 31;

    /// <summary>The name of a signal, or its number where it has none here.</summary>
    public static string Name(int number) => Names.TryGetValue(number, out var name) ? name : "signal " + number.ToString(CultureInfo.InvariantCulture);
}
