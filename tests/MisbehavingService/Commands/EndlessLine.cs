using System.Globalization;

namespace MisbehavingService.Commands;

/// <summary>endless-line MEBIBYTES: standard output without any line break.</summary>
internal static class EndlessLine
{
    public static async Task RunAsync(string[] arguments)
    {
        var block = new byte[1 << 20];
        Array.Fill(block, (byte)'x');
        await using var output = Console.OpenStandardOutput();
        for (var left = int.Parse(arguments[0], CultureInfo.InvariantCulture); left > 0; left--)
        {
            await output.WriteAsync(block);
        }
    }
}
