using System.Diagnostics;
using System.Globalization;

namespace MisbehavingService.Commands;

/// <summary>spawn COUNT [orphan]: children of this same program, each with one of its own, on any system. An orphan loses its parent at once.</summary>
internal static class Spawn
{
    public static async Task RunAsync(string[] arguments)
    {
        string[] child = arguments.Contains("orphan") ? ["spawn", "1", "+", "exit", "0"] : ["ignore-signals", "+", "spawn", "0"];
        for (var i = 0; i < int.Parse(arguments[0], CultureInfo.InvariantCulture); i++)
        {
            using var started = Process.Start(Environment.ProcessPath!, child);
            await Console.Out.WriteLineAsync($"spawned {started.Id}");
        }
    }
}
