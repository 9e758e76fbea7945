using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace GoldenPath.Tests;

/// <summary>Has the kernel refuse new processes and sockets to this process, which is asked for by <c>GOLDENPATH_QUICK=1</c>.</summary>
/// <remarks>A seccomp filter for all threads: execve and socket fail with EPERM. It cannot be taken back, and needs no privilege. Linux only.</remarks>
internal static partial class QuickGuard
{
    private const ushort Load = 0x20,
        JumpIfEqual = 0x15,
        Return = 0x06;
    private const uint Allow = 0x7fff0000,
        Refuse = 0x00050000 | 1;
    private const int NoNewPrivileges = 38;
    private const nint SetModeFilter = 1,
        AllThreads = 1;

    /// <summary>Whether it was asked for, and this system has it.</summary>
    public static bool IsOn { get; } = OperatingSystem.IsLinux() && Environment.GetEnvironmentVariable("GOLDENPATH_QUICK") == "1";

    /// <summary>Sets it before the first spec: the runner has its own connection by then.</summary>
    /// <exception cref="Win32Exception">The kernel does not take the filter.</exception>
#pragma warning disable CA2255 // ModuleInitializer in libraries: this one is a program of the test runner.
    [ModuleInitializer]
#pragma warning restore CA2255
    internal static unsafe void Set()
    {
        if (!IsOn)
        {
            return;
        }

        var (seccomp, refused) = RuntimeInformation.ProcessArchitecture switch
        {
            System.Runtime.InteropServices.Architecture.X64 => (317, new uint[] { 41, 59, 322 }),
            System.Runtime.InteropServices.Architecture.Arm64 => (277, [198, 221, 281]),
            var other => throw new PlatformNotSupportedException(
                $"GOLDENPATH_QUICK: the numbers of the system calls of {other} are not known here."
            ),
        };
        Instruction[] filter =
        [
            new(Load, 0, 0, 0),
            .. refused.Select((call, index) => new Instruction(JumpIfEqual, (byte)(refused.Length - index), 0, call)),
            new(Return, 0, 0, Allow),
            new(Return, 0, 0, Refuse),
        ];
        fixed (Instruction* first = filter)
        {
            var program = new Program { Length = (ushort)filter.Length, Filter = first };
            if (prctl(NoNewPrivileges, 1, 0, 0, 0) != 0 || syscall(seccomp, SetModeFilter, AllThreads, &program) != 0)
            {
                throw new Win32Exception();
            }
        }
    }

    [LibraryImport("libc", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int prctl(int option, nuint value, nuint third, nuint fourth, nuint fifth);

    [LibraryImport("libc", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static unsafe partial nint syscall(nint number, nint operation, nint flags, Program* program);

    private readonly record struct Instruction(ushort Code, byte IfTrue, byte IfFalse, uint Value);

    private unsafe struct Program
    {
        public ushort Length;
        public Instruction* Filter;
    }
}
