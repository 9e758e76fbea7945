using System.Globalization;

namespace MisbehavingService;

/// <summary><c>exit CODE WORD…</c>: writes the words, a line each, and exits.</summary>
internal static class ExitCommand
{
    public static async Task<int> RunAsync(string code, IEnumerable<string> words)
    {
        foreach (var word in words)
        {
            await Console.Error.WriteLineAsync(word);
        }

        return int.Parse(code, CultureInfo.InvariantCulture);
    }
}
