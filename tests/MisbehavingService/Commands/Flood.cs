using System.Globalization;
using System.Text;

namespace MisbehavingService.Commands;

/// <summary>flood MEBIBYTES: lines on standard output, as fast as they are taken.</summary>
internal static class Flood
{
    public static async Task RunAsync(string[] arguments)
    {
        var block = Encoding.ASCII.GetBytes(
            string.Concat(
                Enumerable
                    .Range(0, 8192)
                    .Select(i =>
                        $"2026-11-22T10:00:00 [INF] Request {i:D8} was handled in 12.3456 ms, status 200, user 4711, path /api/agents/events, region eu-1\n"
                    )
            )
        );
        await using var output = Console.OpenStandardOutput();
        for (var left = long.Parse(arguments[0], CultureInfo.InvariantCulture) << 20; left > 0; left -= block.Length)
        {
            await output.WriteAsync(block);
        }
    }
}
