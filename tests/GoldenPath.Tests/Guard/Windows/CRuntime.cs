using System.Text;

namespace GoldenPath.Tests.Guard.Windows;

/// <summary>Takes a command line apart as the C runtime does, written after its description and not after what writes the line.</summary>
internal static class CRuntime
{
    /// <summary>The arguments behind the program's name.</summary>
    public static List<string> Arguments(string line)
    {
        Assert.Equal('"', line[0]);
        var at = line.IndexOf('"', 1) + 1;
        List<string> arguments = [];
        while (SkipBlanks(line, ref at))
        {
            arguments.Add(Next(line, ref at));
        }
        return arguments;
    }

    private static bool SkipBlanks(string line, ref int at)
    {
        while (at < line.Length && line[at] is ' ' or '\t')
        {
            at++;
        }
        return at < line.Length;
    }

    private static string Next(string line, ref int at)
    {
        var argument = new StringBuilder();
        var isQuoted = false;
        while (at < line.Length && (isQuoted || line[at] is not (' ' or '\t')))
        {
            var backslashes = 0;
            for (; at < line.Length && line[at] == '\\'; at++)
            {
                backslashes++;
            }
            var isQuote = at < line.Length && line[at] == '"';
            argument.Append('\\', isQuote ? backslashes / 2 : backslashes);
            if (isQuote && backslashes % 2 == 0 && isQuoted && at + 1 < line.Length && line[at + 1] == '"')
            {
                argument.Append('"'); // Two inside quotes are one.
                at += 2;
            }
            else if (isQuote)
            {
                _ = backslashes % 2 == 1 ? argument.Append('"') : null;
                isQuoted ^= backslashes % 2 == 0;
                at++;
            }
            else if (at < line.Length && (isQuoted || line[at] is not (' ' or '\t')))
            {
                argument.Append(line[at++]);
            }
        }
        return argument.ToString();
    }
}
