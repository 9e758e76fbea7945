using System.Runtime.InteropServices;

[assembly: DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]

namespace GoldenPath.Guard.Processes;

/// <summary>The functions of the C library that the guard needs and .NET does not offer.</summary>
internal static unsafe partial class Libc
{
    public const int NoHang = 1; // WNOHANG
    public const int SetChildSubreaper = 36; // PR_SET_CHILD_SUBREAPER
    public const short Readable = 1; // POLLIN
    public const short SpawnSetGroup = 0x02; // POSIX_SPAWN_SETPGROUP
    public const short SpawnSetDefaultSignals = 0x04; // POSIX_SPAWN_SETSIGDEF
    public const short SpawnSetSignalMask = 0x08; // POSIX_SPAWN_SETSIGMASK
    public const short SpawnCloseOnExec = 0x4000; // POSIX_SPAWN_CLOEXEC_DEFAULT, macOS only

    public const int CloseOnExec = 0x80000; // O_CLOEXEC, Linux only

    /// <summary>Room enough for each of the C libraries' opaque spawn structures and signal sets.</summary>
    public const int OpaqueSize = 1024;

    [LibraryImport("libc")]
    public static partial int setsid();

    [LibraryImport("libc", SetLastError = true)]
    public static partial int kill(int pid, int signal);

    [LibraryImport("libc")]
    public static partial int prctl(int option, nuint argument2, nuint argument3, nuint argument4, nuint argument5);

    [LibraryImport("libc", SetLastError = true)]
    public static partial int waitpid(int pid, out int status, int options);

    [LibraryImport("libc", SetLastError = true)]
    public static partial int poll(ref PollDescriptor descriptors, nuint count, int timeoutMs);

    [LibraryImport("libc", SetLastError = true)]
    public static partial int pipe(int* descriptors);

    [LibraryImport("libc", SetLastError = true)]
    public static partial int pipe2(int* descriptors, int flags);

    [LibraryImport("libc", SetLastError = true)]
    public static partial int dup3(int descriptor, int other, int flags);

    [LibraryImport("libc", SetLastError = true)]
    public static partial nint syscall(nint number, nint argument1, nint argument2, nint argument3, nint argument4);

    [LibraryImport("libc")]
    public static partial int sigfillset(byte* signals);

    [LibraryImport("libc")]
    public static partial int posix_spawnattr_init(byte* attributes);

    [LibraryImport("libc")]
    public static partial int posix_spawnattr_destroy(byte* attributes);

    [LibraryImport("libc")]
    public static partial int posix_spawnattr_setflags(byte* attributes, short flags);

    [LibraryImport("libc")]
    public static partial int posix_spawnattr_setpgroup(byte* attributes, int group);

    [LibraryImport("libc")]
    public static partial int posix_spawnattr_setsigdefault(byte* attributes, byte* signals);

    [LibraryImport("libc")]
    public static partial int posix_spawnattr_setsigmask(byte* attributes, byte* signals);

    [LibraryImport("libc")]
    public static partial int posix_spawn_file_actions_init(byte* actions);

    [LibraryImport("libc")]
    public static partial int posix_spawn_file_actions_destroy(byte* actions);

    [LibraryImport("libc", StringMarshalling = StringMarshalling.Utf8)]
    public static partial int posix_spawn_file_actions_addopen(byte* actions, int descriptor, string path, int flags, uint mode);

    [LibraryImport("libc")]
    public static partial int posix_spawn_file_actions_adddup2(byte* actions, int descriptor, int other);

    [LibraryImport("libc", StringMarshalling = StringMarshalling.Utf8)]
    public static partial int posix_spawn_file_actions_addchdir_np(byte* actions, string path);

    [LibraryImport("libc", StringMarshalling = StringMarshalling.Utf8)]
    public static partial int posix_spawn(out int pid, string path, byte* actions, byte* attributes, byte** arguments, byte** environment);
}
