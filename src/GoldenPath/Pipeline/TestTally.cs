using System.Text.RegularExpressions;
using GoldenPath.Guard.Redaction;

namespace GoldenPath.Pipeline;

/// <summary>Counts what test runners say of their tests while they run, for a person who waits. The verdict comes from the results that they write.</summary>
internal sealed partial class TestTally
{
    private int _passed;
    private int _failed;

    /// <summary>Takes a line of the output.</summary>
    public void Add(string line)
    {
        var said = Outcome().Match(TerminalText.Line(line));
        if (said.Groups["passed"].Success)
        {
            Interlocked.Increment(ref _passed);
        }
        else if (said.Groups["failed"].Success)
        {
            Interlocked.Increment(ref _failed);
        }
    }

    /// <inheritdoc/>
    public override string ToString() =>
        (_passed, _failed) switch
        {
            (0, 0) => "running",
            (var passed, 0) => $"{passed} passed so far",
            var (passed, failed) => $"{passed} passed, {failed} failed so far",
        };

    /// <summary>The ways of VSTest, TAP, Go, pytest, cargo, and of the runners that put a sign in front (Jest, Vitest, Mocha, node:test).</summary>
    [GeneratedRegex(
        @"^\s*(?:(?<passed>Passed\s+\S|ok\s+\d|--- PASS:|[✓✔√]\s)|(?<failed>Failed\s+\S|not ok\s+\d|--- FAIL:|[✗✘✕✖×]\s))"
            + @"|\s(?:(?<passed>PASSED)|(?<failed>FAILED))(?:\s|$)|\.\.\. (?:(?<passed>ok)|(?<failed>FAILED))$"
    )]
    private static partial Regex Outcome();
}
