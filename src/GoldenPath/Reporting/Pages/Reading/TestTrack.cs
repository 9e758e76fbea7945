namespace GoldenPath.Reporting.Pages.Reading;

/// <summary>How a test of a test command went.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Outcome">How it ended: <c>passed</c>, <c>failed</c> or <c>skipped</c>.</param>
/// <param name="Command">The name of the command's log.</param>
/// <param name="Began">When, in milliseconds from the start of the run; <c>null</c> where nobody knows.</param>
/// <param name="Took">How long it took, in milliseconds; <c>null</c> where nobody knows.</param>
internal sealed record TestTrack(string Name, string Outcome, string Command, double? Began, double? Took)
{
    /// <summary>The tests of a journal.</summary>
    public static IReadOnlyList<TestTrack> In(IEnumerable<JournalEntry> journal) =>
        [
            .. journal
                .Where(entry => entry.Kind == "test")
                .Select(entry => entry.Facts)
                .Select(test => new TestTrack(
                    test.Text("name") ?? "",
                    test.Text("outcome") ?? "",
                    test.Text("command") ?? "",
                    test.Number("began"),
                    test.Number("took")
                )),
        ];
}
