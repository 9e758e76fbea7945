using System.Diagnostics;
using System.Reflection;
using GoldenPath.Guard.Redaction;

namespace GoldenPath.Services;

/// <summary>Finds the guard's program beside this library, and the .NET that runs it.</summary>
internal static class GuardProgramFile
{
    /// <summary>How to start the guard: in no folder that anybody may want to delete, with all its streams in our hands.</summary>
    /// <param name="runId">The run's id, for those who read the list of processes.</param>
    /// <param name="program">The full path of the program. Default: beside this library.</param>
    public static ProcessStartInfo StartInfo(string runId, string? program = null)
    {
        program ??= typeof(Redactor).Assembly.Location;
        var start = new ProcessStartInfo(Dotnet())
        {
            ArgumentList = { "exec", "--runtimeconfig", RuntimeConfiguration(program), program, runId },
            WorkingDirectory = Path.GetPathRoot(program),
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        KeepSmall(start.Environment);
        return start;
    }

    /// <summary>Whatever the build asked of its own .NET (profilers, start-up hooks, a server's garbage collector) is not for the guard.</summary>
    private static void KeepSmall(IDictionary<string, string?> environment)
    {
        foreach (
            var name in environment
                .Keys.Where(name =>
                    name.StartsWith("CORECLR_", StringComparison.Ordinal) || name is "DOTNET_STARTUP_HOOKS" or "DOTNET_ADDITIONAL_DEPS"
                )
                .ToArray()
        )
        {
            environment.Remove(name);
        }
        environment["DOTNET_gcServer"] = "0";
        environment["DOTNET_gcConcurrent"] = "0";
        environment["DOTNET_TieredPGO"] = "0";
        environment["DOTNET_EnableDiagnostics"] = "0";
        environment["DOTNET_SYSTEM_GLOBALIZATION_INVARIANT"] = "1";
    }

    /// <summary>The program's own, or, where only the program was copied beside a build, that of the build.</summary>
    private static string RuntimeConfiguration(string program)
    {
        string[] candidates =
        [
            program,
            Assembly.GetEntryAssembly()?.Location ?? "",
            .. Directory.GetFiles(AppContext.BaseDirectory, "*.runtimeconfig.json"),
        ];
        return candidates
                .Where(file => file.Length > 0)
                .Select(file => file.EndsWith(".json", StringComparison.Ordinal) ? file : Path.ChangeExtension(file, "runtimeconfig.json"))
                .FirstOrDefault(File.Exists)
            ?? throw new FileNotFoundException($"No runtimeconfig.json lies beside '{program}' or the build.");
    }

    /// <summary>The host of the very runtime that this process runs on.</summary>
    private static string Dotnet()
    {
        var name = OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet";
        var beside = Path.GetFullPath(
            Path.Combine(System.Runtime.InteropServices.RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", name)
        );
        return File.Exists(beside) ? beside : Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? name;
    }
}
