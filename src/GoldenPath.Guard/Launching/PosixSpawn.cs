using System.Runtime.Versioning;
using GoldenPath.Guard.Processes;
using Microsoft.Win32.SafeHandles;

namespace GoldenPath.Guard.Launching;

/// <summary>Starts a child in a process group of its own, with signals as a login shell would have them: what .NET's own Process cannot do.</summary>
[UnsupportedOSPlatform("windows")]
internal static unsafe class PosixSpawn
{
    private const int NoError = 0;

    /// <summary>Starts a program.</summary>
    /// <param name="file">The full path of the executable.</param>
    /// <param name="arguments">Its arguments; the first is the name it was called by.</param>
    /// <param name="environment">Its whole environment, as <c>NAME=value</c>.</param>
    /// <param name="directory">Its working directory.</param>
    /// <param name="input">What becomes its standard input; <c>null</c> for one that is at its end at once.</param>
    /// <param name="output">What becomes its standard output and standard error.</param>
    /// <param name="pid">The child's id.</param>
    /// <returns>0, or the number of the error.</returns>
    public static int Start(
        string file,
        IReadOnlyList<string> arguments,
        IReadOnlyList<string> environment,
        string directory,
        SafeFileHandle? input,
        SafeFileHandle output,
        out int pid
    )
    {
        var attributes = stackalloc byte[Libc.OpaqueSize];
        var actions = stackalloc byte[Libc.OpaqueSize];
        pid = 0;
        if (Libc.posix_spawnattr_init(attributes) is not NoError and var attributeError)
        {
            return attributeError;
        }
        if (Libc.posix_spawn_file_actions_init(actions) is not NoError and var actionError)
        {
            return actionError;
        }
        using var argumentVector = new StringVector(arguments);
        using var environmentVector = new StringVector(environment);
        SetAttributes(attributes);
        SetActions(actions, directory, input, output);
        var error = Libc.posix_spawn(out pid, file, actions, attributes, argumentVector.Pointer, environmentVector.Pointer);
        _ = Libc.posix_spawn_file_actions_destroy(actions);
        _ = Libc.posix_spawnattr_destroy(attributes);
        return error;
    }

    /// <summary>A group of its own; no signal blocked; none ignored, although .NET ignores SIGPIPE.</summary>
    private static void SetAttributes(byte* attributes)
    {
        var all = stackalloc byte[Libc.OpaqueSize];
        var none = stackalloc byte[Libc.OpaqueSize];
        _ = Libc.sigfillset(all);
        new Span<byte>(none, Libc.OpaqueSize).Clear();
        _ = Libc.posix_spawnattr_setsigdefault(attributes, all);
        _ = Libc.posix_spawnattr_setsigmask(attributes, none);
        _ = Libc.posix_spawnattr_setpgroup(attributes, 0);
        var flags = Libc.SpawnSetGroup | Libc.SpawnSetDefaultSignals | Libc.SpawnSetSignalMask;
        _ = Libc.posix_spawnattr_setflags(attributes, (short)(OperatingSystem.IsMacOS() ? flags | Libc.SpawnCloseOnExec : flags));
    }

    private static void SetActions(byte* actions, string directory, SafeFileHandle? input, SafeFileHandle output)
    {
        _ = input is null
            ? Libc.posix_spawn_file_actions_addopen(actions, 0, "/dev/null", 0, 0)
            : Libc.posix_spawn_file_actions_adddup2(actions, (int)input.DangerousGetHandle(), 0);
        _ = Libc.posix_spawn_file_actions_adddup2(actions, (int)output.DangerousGetHandle(), 1);
        _ = Libc.posix_spawn_file_actions_adddup2(actions, (int)output.DangerousGetHandle(), 2);
        _ = Libc.posix_spawn_file_actions_addchdir_np(actions, directory);
    }
}
