namespace MisbehavingService.Commands;

/// <summary>say WORD…: a line on standard output; a word after --error goes to standard error.</summary>
internal static class Say
{
    public static Task RunAsync(string[] arguments) =>
        arguments[0] == "--error"
            ? Console.Error.WriteLineAsync(string.Join(' ', arguments[1..]))
            : Console.Out.WriteLineAsync(string.Join(' ', arguments));
}
