using System.Diagnostics;
using System.Reflection;
using System.Text;
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
        var start =
            Dotnet() is null && Own(program) is { } own
                ? new ProcessStartInfo(own, [runId])
                : new ProcessStartInfo(Dotnet() ?? "dotnet", ["exec", "--runtimeconfig", RuntimeConfiguration(program), program, runId]);
        start.WorkingDirectory = Path.GetPathRoot(program);
        start.RedirectStandardInput = start.RedirectStandardOutput = start.RedirectStandardError = true;
        start.StandardOutputEncoding = start.StandardErrorEncoding = Encoding.UTF8;
        start.CreateNoWindow = true; // On Windows: a console of its own that nobody sees, which it shares with what it starts.
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

    /// <summary>The host of the very runtime that this process runs on; <c>null</c> for a build that brings its own runtime along.</summary>
    private static string? Dotnet()
    {
        var name = OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet";
        var runtime = System.Runtime.InteropServices.RuntimeEnvironment.GetRuntimeDirectory();
        var beside = Path.GetFullPath(Path.Combine(runtime, "..", "..", "..", name));
        return File.Exists(beside) ? beside : Environment.GetEnvironmentVariable("DOTNET_HOST_PATH");
    }

    /// <summary>The program's own executable, which such a build puts beside it.</summary>
    private static string? Own(string program)
    {
        var executable = OperatingSystem.IsWindows() ? Path.ChangeExtension(program, "exe") : Path.ChangeExtension(program, null);
        return File.Exists(executable) ? executable : null;
    }
}
