using System.Globalization;

namespace MisbehavingService.Commands;

/// <summary>exit CODE WORD…: writes the words, a line each, to standard error and exits.</summary>
internal static class Exit
{
    public static async Task RunAsync(string[] arguments)
    {
        foreach (var word in arguments[1..])
        {
            await Console.Error.WriteLineAsync(word);
        }
        Environment.Exit(int.Parse(arguments[0], CultureInfo.InvariantCulture));
    }
}
