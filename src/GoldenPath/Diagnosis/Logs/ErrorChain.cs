using System.Text.RegularExpressions;
using GoldenPath.Services;

namespace GoldenPath.Diagnosis.Logs;

/// <summary>Finds the errors that lines tell of, and puts the deepest cause first.</summary>
/// <remarks>Java, .NET, Node and Go print causes after what they caused; Python prints them before, and says so in between.</remarks>
internal static partial class ErrorChain
{
    public static IReadOnlyList<RaisedError> Of(IReadOnlyList<LogLine> lines)
    {
        var raised = lines.Select(Read).OfType<RaisedError>().ToList();
        if (raised.Count > 1 && !lines.Any(line => InOrder().IsMatch(line.Text)))
        {
            raised.Reverse();
        }

        return raised;
    }

    /// <summary>Whether a line names an error by its type.</summary>
    public static bool IsTyped(string text) => Typed().IsMatch(text);

    private static RaisedError? Read(LogLine line) =>
        Typed().Match(line.Text) is { Success: true } match ? new(match.Groups["type"].Value, match.Groups["message"].Value, line) : null;

    [GeneratedRegex(
        @"(^|[\]:|>] )\W{0,8}(?:\w+Error: )?(Caused by: |Uncaught |Unhandled exception[.:] |Unhandled rejection |cause: |Exception in thread ""[^""]*"" |Fatal error: Uncaught )*"
            + @"(?<type>(?:[A-Za-z_$][\w$]*[.:\\/]+)*[A-Z_a-z]\w*(?:Error|Exception|Failure|Fault|Interrupt|NotFound|Refused|Failed)|[A-Z]\w*::[A-Z]\w+|Error|error)"
            + @"(?: ?\(0x[0-9A-Fa-f]+\)| \[\w+\]| \(\w+\))?(?:: (?<message>.*)|$)",
        RegexOptions.CultureInvariant,
        2000
    )]
    private static partial Regex Typed();

    [GeneratedRegex(
        @"^(During handling of the above exception|The above exception was the direct cause)|^Traceback \(most recent call last\)",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex InOrder();
}
