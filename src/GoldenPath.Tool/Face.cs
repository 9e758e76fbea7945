using System.CommandLine;

namespace GoldenPath.Tool;

/// <summary>The command line: what it says is checked as a whole before anything is done.</summary>
internal static class Face
{
    private const int UsageError = 3;

    /// <summary>Does what the arguments ask for.</summary>
    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(string[] args)
    {
        // A word of an option is never one of several in a row, and no argument names a file of further ones.
        var parsed = Commands
            .Create()
            .Parse(args, new ParserConfiguration { EnablePosixBundling = false, ResponseFileTokenReplacer = null });
        if (UsageProblem.Of(args, parsed) is { } problem)
        {
            await Console.Error.WriteLineAsync(problem);
            return UsageError;
        }

        // The run takes the signals itself and ends in order: nobody else may end it, after two seconds or by an exception.
        return await parsed.InvokeAsync(new() { ProcessTerminationTimeout = null, EnableDefaultExceptionHandler = false });
    }
}
