using System.Diagnostics;

namespace GoldenPath.Benchmarks.Comparing;

/// <summary>A program of this machine that is measured.</summary>
internal static class Tool
{
    /// <summary>The program that runs this benchmark, to be run again as a child with other arguments.</summary>
    public static string[] Self(params string[] arguments) => ["dotnet", typeof(Tool).Assembly.Location, .. arguments];

    /// <summary>Where a program lies: in a folder of npm's, or on the search path; <c>null</c> where it is not installed.</summary>
    public static string? Find(string name, string? npm = null) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(':')
            .Prepend(npm is null ? "" : Path.Combine(npm, "node_modules", ".bin"))
            .Where(folder => folder.Length > 0)
            .Select(folder => Path.Combine(folder, name))
            .FirstOrDefault(File.Exists);

    public static Process Start(IReadOnlyList<string> command)
    {
        var start = new ProcessStartInfo(command[0], command.Skip(1)) { RedirectStandardOutput = true, RedirectStandardError = true };
        return Process.Start(start)!;
    }

    /// <summary>Runs to the end, and tells what was said.</summary>
    /// <exception cref="InvalidOperationException">It failed, so nothing was measured.</exception>
    public static async Task<string> RunAsync(IReadOnlyList<string> command, CancellationToken cancellationToken)
    {
        using var process = Start(command);
        var errors = process.StandardError.ReadToEndAsync(cancellationToken);
        var output = await process.StandardOutput.ReadToEndAsync(cancellationToken);
        await process.WaitForExitAsync(cancellationToken);
        return process.ExitCode == 0
            ? output
            : throw new InvalidOperationException($"'{string.Join(' ', command)}' ended with {process.ExitCode}: {(await errors).Trim()}");
    }
}
