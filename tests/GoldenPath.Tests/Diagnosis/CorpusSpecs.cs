using GoldenPath.Benchmarks.Diagnosis;
using GoldenPath.Tests.Diagnosis.Matrix;

namespace GoldenPath.Tests.Diagnosis;

/// <summary>What the rules say about recorded runs, from their folders alone.</summary>
public sealed class CorpusSpecs
{
    private static readonly Lazy<Score> Measured = new(() => Score.Of(CorpusRecorder.Corpus));

    public static IEnumerable<object[]> Cases =>
        Directory.GetDirectories(CorpusRecorder.Corpus).Order(StringComparer.Ordinal).Select(folder => new object[] { Path.GetFileName(folder) });

    [TableSpec]
    [MemberData(nameof(Cases))]
    public Task A_recorded_run_is_diagnosed_from_its_folder_alone(string name)
    {
        var (one, said) = Measured.Value.Answers.Single(answer => answer.Case.Name == name);

        Assert.Empty(Citations.Broken(one.Folder, said));
        Assert.True(
            one.Truth.Accepts(said.Cause) || (one.Truth.Hard is not null && said.Certainty != Certainty.Confirmed),
            $"{said.Cause} ({said.Certainty}) instead of {one.Truth.Cause}: {said.Summary}");
        return Task.CompletedTask;
    }

    [TableSpec]
    [MemberData(nameof(Cases))]
    public Task A_recorded_run_is_small(string name)
    {
        var files = new DirectoryInfo(Path.Combine(CorpusRecorder.Corpus, name)).GetFiles("*", SearchOption.AllDirectories);

        Assert.InRange(files.Sum(file => file.Length), 1, CorpusRecorder.MostBytes + 1024);
        return Task.CompletedTask;
    }

    [Spec]
    public Task Every_fault_that_fits_is_recorded()
    {
        var missing = Faults.FaultTable.All.Select(fault => fault.Name).Except(Measured.Value.Answers.Select(answer => answer.Case.Name)).Except(TooLarge);

        Assert.Empty(missing);
        return Task.CompletedTask;
    }

    [Spec]
    public async Task The_README_tells_what_is_measured()
    {
        var readme = await File.ReadAllTextAsync(Repository.File("README.md"));

        Assert.Equal(Measured.Value.Table().Trim('\n'), Score.Published.In(readme));
    }

    // Floods of lines, answers and stack frames, and a disk that takes nothing down.
    private static string[] TooLarge { get; } =
        ["flood-then-exits", "disk-full-of-the-run", "health-404-python", "speaks-redis", "reference-fails-fast-while-walked"];
}
