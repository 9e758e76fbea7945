using GoldenPath.Runs;
using GoldenPath.TestKit;

namespace GoldenPath.Benchmarks.Growing;

/// <summary>Folders of earlier runs, of which all but the kept ones go when a new one comes.</summary>
/// <param name="size">How many.</param>
internal sealed class OldRuns(int size) : ILoad
{
    private readonly TemporaryFolder _folder = new();
    private readonly DateTimeOffset _first = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public async Task PrepareAsync(CancellationToken cancellationToken)
    {
        for (var run = 0; run < size; run++)
        {
            var folder = new RunFolders(_folder.Path).Create(_first.AddMinutes(run));
            await File.WriteAllTextAsync(Path.Combine(folder.Path, "report.html"), new string('x', 100_000), cancellationToken);
        }
    }

    public Task<TimeSpan?> RunAsync(CancellationToken cancellationToken)
    {
        var folders = new RunFolders(_folder.Path);
        folders.Create(_first.AddYears(1));
        folders.Prune([]);
        return Task.FromResult<TimeSpan?>(null);
    }

    public ValueTask DisposeAsync()
    {
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }
}
