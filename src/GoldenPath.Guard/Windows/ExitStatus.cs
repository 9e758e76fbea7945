namespace GoldenPath.Guard.Windows;

/// <summary>What the exit codes mean with which Windows itself, or a runtime, ends a process.</summary>
internal static class ExitStatus
{
    /// <summary>A process that Ctrl-C or Ctrl-Break ended.</summary>
    public const int ControlC = unchecked((int)0xC000013A); // STATUS_CONTROL_C_EXIT

    private static readonly Dictionary<uint, string> Known = new()
    {
        [0x80000003] = "breakpoint",
        [0xC0000005] = "access violation",
        [0xC0000006] = "a page of a file could not be read",
        [0xC000001D] = "illegal instruction",
        [0xC0000094] = "integer division by zero",
        [0xC00000FD] = "stack overflow",
        [0xC0000135] = "a DLL was not found",
        [0xC0000138] = "a function was not found in a DLL",
        [0xC0000139] = "a function was not found in a DLL",
        [0xC0000142] = "a DLL could not be initialised",
        [0xC0000374] = "heap corruption",
        [0xC0000409] = "fail fast, or a buffer overrun",
        [0xC0000602] = "fail fast",
        [0xC06D007E] = "a DLL was not found",
        [0xC06D007F] = "a function was not found in a DLL",
        [0xE0434352] = "an unhandled .NET exception",
        [0xE06D7363] = "an unhandled C++ exception",
    };

    /// <summary>What a code says; <c>null</c> where it is a program's own.</summary>
    public static string? Name(int code) => Known.GetValueOrDefault(unchecked((uint)code));
}
