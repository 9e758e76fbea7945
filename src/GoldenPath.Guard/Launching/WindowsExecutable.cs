using System.ComponentModel;
using System.Globalization;
using System.Runtime.Versioning;
using GoldenPath.Guard.Protocol;
using GoldenPath.Guard.Windows;

namespace GoldenPath.Guard.Launching;

/// <summary>The same as <see cref="Executable"/> for Windows.</summary>
[SupportedOSPlatform("windows")]
internal static class WindowsExecutable
{
    private const int NoFile = 2; // ERROR_FILE_NOT_FOUND
    private const int AccessDenied = 5; // ERROR_ACCESS_DENIED
    private const int BadFormat = 193; // ERROR_BAD_EXE_FORMAT
    private const int TooLong = 206; // ERROR_FILENAME_EXCED_RANGE: the command line, above 32,766 characters
    private const int OtherMachine = 216; // ERROR_EXE_MACHINE_TYPE_MISMATCH
    private const int InvalidDirectory = 267; // ERROR_DIRECTORY
    private const int NeedsElevation = 740; // ERROR_ELEVATION_REQUIRED
    private const int Blocked = 1260; // ERROR_ACCESS_DISABLED_BY_POLICY

    /// <summary>The full path of the executable.</summary>
    /// <exception cref="LaunchException">It does not exist.</exception>
    public static string Find(string command, string directory, string? path, string? extensions)
    {
        if (command.Length == 0)
        {
            throw Missing("The command is empty.");
        }
        var search = new ProgramSearch(extensions, File.Exists);
        var beside = Path.GetFullPath(command, directory);
        if (command.AsSpan().IndexOfAny('/', '\\', ':') >= 0)
        {
            return search.At(beside)
                ?? throw Missing(
                    Directory.Exists(beside)
                        ? $"Executable '{command}' is a folder."
                        : $"Executable '{command}' does not exist (looked for {beside})."
                );
        }
        return search.InPath(command, path) ?? throw NotInPath(command, path, search.At(beside) is not null);
    }

    /// <summary>Words why the system refused a file that exists.</summary>
    public static LaunchException Refused(string file, LaunchOrder order, Win32Exception refusal) =>
        refusal.NativeErrorCode switch
        {
            NoFile => Missing($"Executable '{file}' cannot be run: it does not exist any more."),
            BadFormat => Missing(
                $"Executable '{file}' cannot be run: it is no Windows program. A script needs its interpreter in front, as in [python, script.py]."
            ),
            OtherMachine => Missing($"Executable '{file}' cannot be run: it was built for another kind of machine."),
            AccessDenied => Missing($"Executable '{file}' cannot be run: access denied."),
            NeedsElevation => Missing(
                $"Executable '{file}' cannot be run: it asks for administrator rights. Start the build as administrator."
            ),
            Blocked => Missing($"Executable '{file}' cannot be run: a policy of this machine blocks it."),
            TooLong => Missing($"Executable '{file}' cannot be run: its arguments are too long (32,766 characters are the most)."),
            InvalidDirectory => new(
                LaunchFailureKind.Directory,
                $"The working directory '{order.Directory}' cannot be used: it is no folder, or its path is longer than 258 characters."
            ),
            var error => new(
                LaunchFailureKind.System,
                string.Create(CultureInfo.InvariantCulture, $"The system refused to start '{file}' (error {error}: {refusal.Message}).")
            ),
        };

    /// <summary>An argument that cmd.exe would not take for one.</summary>
    public static LaunchException Unwritable(string file) =>
        Missing($"Batch file '{file}' cannot be run: no line break can be handed to a batch file. Take it out of the arguments.");

    private static LaunchException NotInPath(string command, string? path, bool isBeside) =>
        Missing(
            $"Executable '{command}' was not found in PATH ({(string.IsNullOrEmpty(path) ? "which is empty" : path)})."
                + (isBeside ? $@" It lies in the working directory: write '.\{command}'." : "")
        );

    private static LaunchException Missing(string message) => new(LaunchFailureKind.Executable, message);
}
