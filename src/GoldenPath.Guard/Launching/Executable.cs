using System.Runtime.Versioning;
using GoldenPath.Guard.Processes;
using GoldenPath.Guard.Protocol;

namespace GoldenPath.Guard.Launching;

/// <summary>Finds the file that a command's first word means, and words what is wrong where there is none.</summary>
[UnsupportedOSPlatform("windows")]
internal static class Executable
{
    private const UnixFileMode AnyExecute = UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;

    /// <summary>The full path of the executable.</summary>
    /// <exception cref="LaunchException">It does not exist or cannot be run.</exception>
    public static string Find(string command, string directory, string? path)
    {
        if (command.Length == 0)
        {
            throw Missing("The command is empty.");
        }
        if (command.Contains('/', StringComparison.Ordinal))
        {
            var file = Path.GetFullPath(command, directory);
            return Runnable(file, command) ?? throw Missing($"Executable '{command}' does not exist (looked for {file}).");
        }
        foreach (var folder in (path ?? "").Split(':'))
        {
            var file = Path.GetFullPath(Path.Combine(folder, command), directory);
            if (File.Exists(file) && (File.GetUnixFileMode(file) & AnyExecute) != 0)
            {
                return file;
            }
        }
        throw Missing($"Executable '{command}' was not found in PATH ({(string.IsNullOrEmpty(path) ? "which is empty" : path)}).");
    }

    /// <summary>Words why the system refused a file that exists.</summary>
    public static LaunchException Refused(string file, int error) =>
        error switch
        {
            Errno.NoEntry when Interpreter(file) is [.., '\r'] => Missing(
                $"Executable '{file}' cannot be run: its first line ends in a carriage return (CRLF, as Windows ends lines), so that the system looks for an interpreter of that name."
            ),
            Errno.NoEntry when Interpreter(file) is { } line => Missing(
                $"Executable '{file}' cannot be run: its interpreter '{line.Split(' ', '\t')[0]}' does not exist."
            ),
            Errno.NoEntry => Missing(
                $"Executable '{file}' cannot be run: the loader that it asks for does not exist. Was it built for another system?"
            ),
            Errno.NotExecutable => Missing($"Executable '{file}' cannot be run: it is no program of this machine and has no #! line."),
            Errno.AccessDenied => Missing($"Executable '{file}' cannot be run: permission denied."),
            Errno.TooLong => Missing($"Executable '{file}' cannot be run: its arguments and environment are too long."),
            _ => new(
                LaunchFailureKind.System,
                $"The system refused to start '{file}' (error {error}: {new System.ComponentModel.Win32Exception(error).Message})."
            ),
        };

    /// <summary>Why the system would refuse a file that can be found, as far as its first line tells; <c>null</c> where it would not.</summary>
    /// <param name="file">The file.</param>
    /// <param name="path">The PATH of the process, where <c>#!/usr/bin/env NAME</c> looks.</param>
    public static string? Unusable(string file, string? path)
    {
        try
        {
            var words = Interpreter(file)?.Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries);
            if (words is null)
            {
                return OperatingSystem.IsLinux() && IsText(file) ? Refused(file, Errno.NotExecutable).Message : null;
            }

            if (words is [var interpreter, ..] && !File.Exists(interpreter))
            {
                return Refused(file, Errno.NoEntry).Message;
            }

            // env takes options and variables before the name.
            if (words is [var env, .. var rest] && Path.GetFileName(env) == "env" && Array.Find(rest, IsName) is { } name)
            {
                Find(name, "/", path);
            }

            return null;
        }
        catch (LaunchException absent)
        {
            return $"Executable '{file}' cannot be run, because of what its first line asks for. {absent.Message}";
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            return null; // What may be run need not be readable.
        }
    }

    private static bool IsName(string word) => !word.StartsWith('-') && !word.Contains('=', StringComparison.Ordinal);

    // A script without a first line that names its interpreter; programs have a zero in their first bytes.
    private static bool IsText(string file)
    {
        using var stream = File.OpenRead(file);
        Span<byte> start = stackalloc byte[256];
        return !start[..stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false)].Contains((byte)0);
    }

    private static string? Runnable(string file, string command)
    {
        if (Directory.Exists(file))
        {
            throw Missing($"Executable '{command}' is a folder.");
        }
        if (!File.Exists(file))
        {
            return null;
        }
        return (File.GetUnixFileMode(file) & AnyExecute) != 0
            ? file
            : throw Missing($"Executable '{command}' may not be run: it lacks the execute permission (chmod +x {file}).");
    }

    // What stands behind #! on its first line.
    private static string? Interpreter(string file)
    {
        using var reader = new StreamReader(file);
        Span<char> start = stackalloc char[256];
        var line = start[..reader.ReadBlock(start)];
        return line.StartsWith("#!") ? line[2..].ToString().Split('\n')[0].Trim(' ', '\t') : null;
    }

    private static LaunchException Missing(string message) => new(LaunchFailureKind.Executable, message);
}
