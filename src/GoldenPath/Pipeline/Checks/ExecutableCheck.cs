using System.Runtime.Versioning;
using GoldenPath.Guard.Launching;

namespace GoldenPath.Pipeline.Checks;

/// <summary>Looks for the executable of each command, by the search that starts it, and for the file that an interpreter is to run.</summary>
[UnsupportedOSPlatform("windows")]
internal static class ExecutableCheck
{
    private const string Name = "executable";

    public static Finding Examine(DeclaredCommand command)
    {
        var program = command.Command[0];
        if (!Directory.Exists(command.Directory))
        {
            return Finding.Problem(Name, $"{command.Owner}: the working directory '{command.Directory}' does not exist.");
        }

        if (DeclaredCommand.IsOpen(program))
        {
            return Finding.Ok(Name, $"{command.Owner}: '{program}' is known when a run fills it in");
        }

        try
        {
            var file = Executable.Find(program, command.Directory, command.SearchPath);
            return Executable.Unusable(file, command.SearchPath) is { } unusable ? Finding.Problem(Name, $"{command.Owner}: {unusable}")
                : NamedFile.Missing(command) is { } missing ? missing
                : Finding.Ok(Name, $"{command.Owner}: {file}");
        }
        catch (LaunchException absent)
        {
            return Finding.Problem(
                Name,
                $"{command.Owner}: {absent.Message}",
                new Remedy($"Install '{program}', or correct the command in the configuration.")
            );
        }
    }
}
