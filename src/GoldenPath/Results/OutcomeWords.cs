namespace GoldenPath.Results;

/// <summary>The words by which runners tell an outcome in an attribute: <c>status="notrun"</c>, <c>result="Failed"</c>, <c>executed="False"</c>.</summary>
/// <remarks>Words of many runners (GoogleTest, CTest, tst, Qt, NUnit, xUnit.net, …); upper case, blanks and dashes make no difference. What is not
/// listed says nothing: <c>run</c>, <c>completed</c>, <c>0</c>.</remarks>
internal static class OutcomeWords
{
    private static readonly Dictionary<string, TestOutcome> Known = Words(
        (TestOutcome.Passed, "pass passed success successful succeeded ok true bpass"),
        (
            TestOutcome.Failed,
            "fail failed failure error errored broken invalid notrunnable crash crashed killed signaled timeout timedout aborted "
                + "cancelled canceled interrupted xpass false"
        ),
        (
            TestOutcome.Skipped,
            "skip skipped ignore ignored disabled pending todo notrun notexecuted suppressed inconclusive excluded "
                + "xfail bskip bfail bxfail bxpass"
        )
    );

    /// <summary>What a word says; <c>null</c> where it says nothing.</summary>
    public static TestOutcome? Read(string? word)
    {
        Span<char> letters = stackalloc char[16];
        var length = 0;
        foreach (var letter in word.AsSpan().Trim())
        {
            if (letter is ' ' or '-' or '_')
            {
                continue;
            }

            if (length == letters.Length)
            {
                return null;
            }

            letters[length++] = char.ToLowerInvariant(letter);
        }

        return Lookup.TryGetValue(letters[..length], out var outcome) ? outcome : null;
    }

    private static Dictionary<string, TestOutcome>.AlternateLookup<ReadOnlySpan<char>> Lookup =>
        Known.GetAlternateLookup<ReadOnlySpan<char>>();

    private static Dictionary<string, TestOutcome> Words(params (TestOutcome Outcome, string Words)[] lists) =>
        lists.SelectMany(list => list.Words.Split(' ').Select(word => (word, list.Outcome))).ToDictionary(StringComparer.Ordinal);
}
