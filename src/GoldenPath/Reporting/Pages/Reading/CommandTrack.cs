namespace GoldenPath.Reporting.Pages.Reading;

/// <summary>How a test command went.</summary>
/// <param name="Log">The name of its log.</param>
/// <param name="Tests">Its tests, as far as the journal keeps them.</param>
internal sealed record CommandTrack(string Log, IReadOnlyList<TestTrack> Tests)
{
    /// <summary>When its tests began and ended, in milliseconds from the start of the run, in order.</summary>
    public IReadOnlyList<double> Moments =>
        field ??= [
            .. Tests
                .Where(test => test.Began is not null)
                .SelectMany(test => new[] { test.Began!.Value, test.Began.Value + (test.Took ?? 0) })
                .Order(),
        ];

    /// <summary>The commands of a journal.</summary>
    public static IReadOnlyList<CommandTrack> In(IEnumerable<JournalEntry> journal) =>
        [.. TestTrack.In(journal).GroupBy(test => test.Command).Select(command => new CommandTrack(command.Key, [.. command]))];
}
