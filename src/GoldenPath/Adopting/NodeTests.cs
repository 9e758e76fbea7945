using System.Text.RegularExpressions;

namespace GoldenPath.Adopting;

/// <summary>Turns the script "test" of a package into a command that writes what can be read.</summary>
internal static partial class NodeTests
{
    private static readonly Dictionary<string, string> _nothing = [];

    /// <summary>Declares it, or says what it needs.</summary>
    public static void Find(Survey survey, NodePackage package)
    {
        var script = package.Script("test")!;
        if (script.Contains("no test specified", StringComparison.Ordinal))
        {
            return; // What 'npm init' writes.
        }

        var words = Word().Matches(script).Select(match => match.Value.Trim('\'', '"')).ToArray();
        if (Joined().IsMatch(script) || Draft(package, words) is not { } draft)
        {
            survey.Missing.Add(
                $"{package.File}: \"test\": \"{script}\" is none that is known to write JUnit XML: declare the command and its results under smoke."
            );
            return;
        }

        survey.Tests.Add(draft with { Directory = package.Folder, Place = $"{package.File}: \"test\": \"{script}\"" });
        if (draft.Command.Contains("--reporters=jest-junit") && !package.Uses("jest-junit"))
        {
            survey.NotInstalled.Add(
                $"Jest writes JUnit XML by a package of its own: run '{package.Manager} install --save-dev jest-junit'{Survey.In(package.Folder)}."
            );
        }
    }

    private static TestDraft? Draft(NodePackage package, string[] words) =>
        words switch
        {
            ["node", .. var rest] when rest.Contains("--test") => Of([
                "node",
                "--test",
                "--test-reporter=junit",
                "--test-reporter-destination={results}/node.xml",
                .. rest.Where(word => word != "--test"),
            ]),
            ["vitest", .. var rest] => Of([
                .. package.Execute,
                "vitest",
                "run",
                "--reporter=junit",
                "--outputFile={results}/vitest.xml",
                .. rest.Where(word => word is not ("run" or "watch")),
            ]),
            ["jest", .. var rest] => Of(
                [.. package.Execute, "jest", "--ci", "--reporters=default", "--reporters=jest-junit", .. rest],
                "JEST_JUNIT_OUTPUT_DIR",
                "{results}"
            ),
            ["mocha", .. var rest] => Of([
                .. package.Execute,
                "mocha",
                "--reporter",
                "xunit",
                "--reporter-option",
                "output={results}/mocha.xml",
                .. rest,
            ]),
            ["playwright", "test", .. var rest] => Of(
                [.. package.Execute, "playwright", "test", "--reporter=junit", .. rest],
                "PLAYWRIGHT_JUNIT_OUTPUT_FILE",
                "{results}/playwright.xml"
            ),
            _ => null,
        };

    private static TestDraft Of(IReadOnlyList<string> command) => new(command, "{results}/*.xml", ".", _nothing, "");

    private static TestDraft Of(IReadOnlyList<string> command, string variable, string value) =>
        new(command, "{results}/*.xml", ".", new Dictionary<string, string> { [variable] = value }, "");

    [GeneratedRegex(@"'[^']*'|""[^""]*""|\S+")]
    private static partial Regex Word();

    // Several commands, or words that only a shell understands.
    [GeneratedRegex(@"&&|\|\||[;|<>`$]")]
    private static partial Regex Joined();
}
