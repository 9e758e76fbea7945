using System.Diagnostics;

namespace MisbehavingService.Commands;

/// <summary>daemonise FILE [stubborn] [nameless]: leaves a process in a session of its own whose parents are gone, and writes its id
/// into the file. A stubborn one ignores SIGTERM, a nameless one has an empty environment.</summary>
internal static class Daemonise
{
    public static async Task RunAsync(string[] arguments)
    {
        var trap = arguments.Contains("stubborn") ? "trap '' TERM INT HUP;" : "";
        var clear = arguments.Contains("nameless") ? "env -i " : "";
        var daemon = $"{trap} echo $$ > $0.draft; mv $0.draft $0; while :; do /bin/sleep 1000; done";
        var start = new ProcessStartInfo(
            "/bin/sh",
            [
                "-c",
                $"{clear}setsid /bin/sh -c \"$1\" \"$0\" > /dev/null 2>&1 &",
                arguments[0],
                daemon.Replace("$0", arguments[0], StringComparison.Ordinal),
            ]
        );
        using var parent = Process.Start(start)!;
        await parent.WaitForExitAsync();
    }
}
