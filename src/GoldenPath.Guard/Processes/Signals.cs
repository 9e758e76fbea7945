namespace GoldenPath.Guard.Processes;

/// <summary>The names and numbers of signals on this system.</summary>
internal static class Signals
{
    /// <summary>SIGINT, what Ctrl-C sends.</summary>
    public const int Interrupt = 2;

    /// <summary>SIGKILL, the signal that cannot be refused.</summary>
    public const int Kill = 9;

    /// <summary>SIGTERM, the usual request to end.</summary>
    public const int Terminate = 15;

    // In the order of their numbers; number 0 is none.
    private static readonly string[] Linux = (
        " HUP INT QUIT ILL TRAP ABRT BUS FPE KILL USR1 SEGV USR2 PIPE ALRM TERM "
        + "STKFLT CHLD CONT STOP TSTP TTIN TTOU URG XCPU XFSZ VTALRM PROF WINCH IO PWR SYS"
    ).Split(' ');

    private static readonly string[] Bsd = (
        " HUP INT QUIT ILL TRAP ABRT EMT FPE KILL BUS SEGV SYS PIPE ALRM TERM "
        + "URG STOP TSTP CONT CHLD TTIN TTOU IO XCPU XFSZ VTALRM PROF WINCH INFO USR1 USR2"
    ).Split(' ');

    // By default these end a process, so that an exit code of 128 + n may speak of one.
    private static readonly string[] Ending = "HUP INT QUIT ILL TRAP ABRT BUS FPE KILL SEGV SYS PIPE ALRM TERM XCPU XFSZ".Split(' ');

    private static readonly string[] Crashes = ["SIGILL", "SIGTRAP", "SIGABRT", "SIGBUS", "SIGFPE", "SIGSEGV", "SIGSYS"];

    private static string[] Names => OperatingSystem.IsMacOS() ? Bsd : Linux;

    internal static int Continue => Number("SIGCONT")!.Value;

    /// <summary>The number of a signal by its name, with or without <c>SIG</c>, in any case; <c>null</c> where this system has none of that name.</summary>
    public static int? Number(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var upper = name.ToUpperInvariant();
        var index = Array.IndexOf(Names, upper.StartsWith("SIG", StringComparison.Ordinal) ? upper[3..] : upper);
        return index > 0 ? index : null;
    }

    /// <summary>The name of a signal, such as <c>SIGSEGV</c>; <c>signal 34</c> where it has none.</summary>
    public static string Name(int number) => Name(number, Names);

    /// <summary>The name that Linux gives a number, whatever this system is: a container's signals are Linux's.</summary>
    public static string NameOnLinux(int number) => Name(number, Linux);

    /// <summary>The signal that an exit code of 128 + n stands for, as shells and runtimes report it; <c>null</c> where it stands for none.</summary>
    public static int? OfExitCode(int code) =>
        code - 128 is var number && number > 0 && number < Names.Length && Ending.Contains(Names[number]) ? number : null;

    /// <summary>Whether a signal of this name says that the process itself went wrong, and not that somebody ended it.</summary>
    public static bool IsCrash(string name) => Crashes.Contains(name);

    private static string Name(int number, string[] names) =>
        number > 0 && number < names.Length ? "SIG" + names[number] : $"signal {number}";
}
