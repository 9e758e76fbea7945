using System.Diagnostics;
using System.Globalization;

namespace MisbehavingService.Commands;

/// <summary>fork COUNT [stubborn]: children in the same group, each with a child of its own; stubborn ones ignore SIGTERM.</summary>
internal static class Fork
{
    public static async Task RunAsync(string[] arguments)
    {
        var trap = arguments.Contains("stubborn") ? "trap '' TERM INT HUP;" : "";
        for (var i = 0; i < int.Parse(arguments[0], CultureInfo.InvariantCulture); i++)
        {
            var start = new ProcessStartInfo("/bin/sh", ["-c", $"{trap} sleep 1000 & echo child $$ grandchild $!; wait; sleep 1000"]);
            using var child = Process.Start(start)!;
            await Console.Out.WriteLineAsync($"forked {child.Id}");
        }
    }
}
