using System.Text.RegularExpressions;

namespace GoldenPath.Results;

/// <summary>How test runners say that they found no test, whichever runner it is.</summary>
internal static partial class RunnerWords
{
    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture;
    private const int Timeout = 2000; // milliseconds for one line, which may be hostile

    /// <summary>The line by which a runner says at its end that it ran none; <c>null</c> where it says no such thing.</summary>
    /// <param name="lines">The last lines of what it said.</param>
    public static string? SayNone(IReadOnlyList<string> lines)
    {
        try
        {
            return lines.Any(line => Broke().IsMatch(line)) ? null : lines.FirstOrDefault(line => None().IsMatch(line))?.Trim();
        }
        catch (RegexMatchTimeoutException)
        {
            return null; // A line made to keep us busy says nothing.
        }
    }

    [GeneratedRegex(
        @"\bno (\w+ ){0,3}tests?( \w+){0,3} (ran|run|found|executed|collected|available|matched|discovered|selected|to run)\b|\bno tests?( were| was)? (ran|run|found|executed|collected|discovered|matched)\b|\bno tests? (is|are) available\b|"
            + @"\bno (test|spec)s?( |-)?(files?|suites?|cases?|classes)( were| was)?( \w+)? (found|matched|to run)\b|\bno (spec|feature)s? (files? )?(were |was )?found\b|\bno examples found\b|\bno scenarios\b|\bno tests to run\b|"
            + @"\bcollected 0 items\b(?! / \d+ error)|\b(ran|running|executed|total tests:|tests run:|tests:) ?0( of 0)?( tests?\b|,|$| total\b)|\b0 (tests?|specs|examples|scenarios|passing)\b(?!.*\b[1-9]\d* (fail|error|pass))|\bcontains no tests\b|"
            + @"\b(could ?n[o'’]t|couldn’t|cannot|could not|can't|unable to|failed to) find\b.{0,80}\b(tests?|specs?|test files?)\b|^could not find '.*'$|\bfile or directory not found\b",
        Options,
        Timeout
    )]
    private static partial Regex None();

    [GeneratedRegex(
        @"\b[1-9]\d* (failed|failing|failures?|errors?|errored|passed|passing)\b|(failed|failures?|errors?|passed)[:=] ?[1-9]|^Traceback|\b(Syntax|Import|ModuleNotFound|Reference|Type)Error\b|Cannot find module|No module named",
        Options,
        Timeout
    )]
    private static partial Regex Broke();
}
