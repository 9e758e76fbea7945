using System.Collections.Concurrent;
using System.Globalization;
using GoldenPath.Tests.Diagnosis.Faults;

namespace GoldenPath.Tests.Diagnosis.Matrix;

/// <summary>Every fault, injected side by side, before the first spec looks at what was said.</summary>
/// <remarks><c>GOLDENPATH_MATRIX_ROUNDS</c>: how often each (default 1). <c>GOLDENPATH_FAULTS</c>: only those whose name has one of these texts (a,b).
/// <c>GOLDENPATH_MATRIX_KEEP</c>: a folder that keeps the run folders and gets a report. <c>GOLDENPATH_RECORD=1</c>: records the corpus anew.</remarks>
public sealed class FaultMatrix : IAsyncLifetime
{
    private const int SideBySide = 4;
    private readonly ConcurrentDictionary<(string, int), FaultOutcome> _outcomes = new();

    /// <summary>How often each fault is injected.</summary>
    public static int Rounds { get; } =
        int.Parse(Environment.GetEnvironmentVariable("GOLDENPATH_MATRIX_ROUNDS") ?? "1", CultureInfo.InvariantCulture);

    /// <summary>The faults that are injected.</summary>
    internal static IReadOnlyList<Fault> Faults { get; } =
    [.. FaultTable.All.Where(fault => Array.Exists(Asked, text => fault.Name.Contains(text, StringComparison.Ordinal)))];

    private static string[] Asked => (Environment.GetEnvironmentVariable("GOLDENPATH_FAULTS") ?? "").Split(',');

    private static string? Kept { get; } = Environment.GetEnvironmentVariable("GOLDENPATH_MATRIX_KEEP");

    /// <summary>What was said, in the order of the table.</summary>
    internal IReadOnlyList<FaultOutcome> Outcomes =>
        [.. Faults.SelectMany(fault => Enumerable.Range(1, Rounds).Select(round => Of(fault.Name, round)))];

    private string Folder { get; } = Kept ?? Directory.CreateTempSubdirectory("golden-path-matrix-").FullName;

    /// <summary>What was said about a fault.</summary>
    internal FaultOutcome Of(string fault, int round) => _outcomes[(fault, round)];

    public async Task InitializeAsync()
    {
        var all = Faults.SelectMany(fault => Enumerable.Range(1, Rounds).Select(round => (fault, round)));
        await Parallel.ForEachAsync(
            all,
            new ParallelOptions { MaxDegreeOfParallelism = SideBySide },
            async (one, _) => _outcomes[(one.fault.Name, one.round)] = await InjectAsync(one.fault, one.round)
        );
        if (CorpusRecorder.IsAsked)
        {
            CorpusRecorder.Record(Outcomes);
        }

        if (Kept is not null)
        {
            await File.WriteAllTextAsync(Path.Combine(Kept, "report.md"), MatrixReport.Render(Outcomes));
        }
    }

    public Task DisposeAsync()
    {
        if (Kept is null)
        {
            Directory.Delete(Folder, recursive: true);
        }

        return Task.CompletedTask;
    }

    private async Task<FaultOutcome> InjectAsync(Fault fault, int round)
    {
        var folder = Path.Combine(Folder, fault.Name, $"{round}");
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }

        return Tools.Missing(fault) is { } missing
            ? new FaultOutcome(fault, round) { Skipped = missing }
            : await FaultRun.RunAsync(fault, round, folder);
    }
}
