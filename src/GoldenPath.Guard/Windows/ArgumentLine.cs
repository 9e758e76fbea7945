using System.Text;

namespace GoldenPath.Guard.Windows;

/// <summary>Writes arguments as the one line that a Windows program is started with, so that the C runtime, and nearly everybody else, takes
/// it apart into the very same arguments.</summary>
/// <remarks>The rules: https://learn.microsoft.com/cpp/c-language/parsing-c-command-line-arguments.</remarks>
internal static class ArgumentLine
{
    private const string NeedsQuotes = " \t\n\v\"";

    /// <summary>The line of a program and its arguments.</summary>
    /// <param name="program">What the program finds as its own name. The rules for it know no escapes, and no path holds a quote.</param>
    /// <param name="arguments">The arguments behind it.</param>
    public static string Of(string program, IEnumerable<string> arguments)
    {
        var line = new StringBuilder().Append('"').Append(program).Append('"');
        foreach (var argument in arguments)
        {
            Append(line.Append(' '), argument);
        }
        return line.ToString();
    }

    private static void Append(StringBuilder line, string argument)
    {
        if (argument.Length > 0 && argument.AsSpan().IndexOfAny(NeedsQuotes) < 0)
        {
            line.Append(argument);
            return;
        }
        line.Append('"');
        var backslashes = 0;
        foreach (var c in argument)
        {
            if (c == '"')
            {
                line.Append('\\', backslashes + 1); // Twice as many as there are, and one for the quote.
            }
            backslashes = c == '\\' ? backslashes + 1 : 0;
            line.Append(c);
        }
        line.Append('\\', backslashes).Append('"');
    }
}
