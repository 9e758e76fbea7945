using System.Buffers;
using System.Text;

namespace GoldenPath.Guard.Windows;

/// <summary>Writes the line by which <c>cmd.exe</c> runs a batch file, so that no argument is taken for anything but an argument.</summary>
/// <remarks><c>cmd.exe</c> takes its line apart by rules of its own and knows no escape inside quotes: everything is quoted that is not plainly
/// harmless, a quote is written twice, and a percent sign is followed by a variable that is always empty, so that it begins no other.
/// Delayed expansion (<c>!</c>) is off. What cannot be written at all is refused: an end of line cuts every command line off.</remarks>
internal static class BatchLine
{
    private const string Percent = "%%cd:~,%";
    private static readonly SearchValues<char> Impossible = SearchValues.Create("\0\r\n");

    // Only what neither cmd nor a batch file takes apart: no comma, semicolon or equals sign, which separate arguments there.
    private static readonly SearchValues<char> Harmless = SearchValues.Create(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789#$*+-./:?@\\_"
    );

    /// <summary>The line for <c>cmd.exe</c>; <c>null</c> where an argument cannot be written.</summary>
    /// <param name="shell">The full path of <c>cmd.exe</c>.</param>
    /// <param name="file">The full path of the batch file.</param>
    /// <param name="arguments">The arguments for it.</param>
    public static string? Of(string shell, string file, IReadOnlyList<string> arguments)
    {
        if (arguments.Append(file).Any(text => text.AsSpan().ContainsAny(Impossible)) || file.Contains('"', StringComparison.Ordinal))
        {
            return null;
        }
        var line = new StringBuilder().Append('"').Append(shell).Append("\" /e:ON /v:OFF /d /s /c \"");
        Append(line, file, isQuoted: true);
        foreach (var argument in arguments)
        {
            Append(line.Append(' '), argument, IsToBeQuoted(argument));
        }
        return line.Append('"').ToString();
    }

    private static bool IsToBeQuoted(string argument) =>
        argument.Length == 0 || argument[^1] == '\\' || argument.AsSpan().ContainsAnyExcept(Harmless);

    /// <summary>For cmd.exe a quote is a quote and a backslash nothing special; the program behind the batch file reads both by the rules of
    /// the C runtime, in which two quotes inside quotes are one, and backslashes in front of a quote count twice.</summary>
    private static void Append(StringBuilder line, string argument, bool isQuoted)
    {
        var backslashes = 0;
        line.Append('"', isQuoted ? 1 : 0);
        foreach (var c in argument)
        {
            if (c == '"')
            {
                line.Append('\\', backslashes).Append('"');
            }
            backslashes = c == '\\' ? backslashes + 1 : 0;
            _ = c == '%' ? line.Append(Percent) : line.Append(c);
        }
        if (isQuoted)
        {
            line.Append('\\', backslashes).Append('"');
        }
    }
}
