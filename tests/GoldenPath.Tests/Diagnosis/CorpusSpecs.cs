using GoldenPath.Benchmarks.Diagnosis;
using GoldenPath.Tests.Diagnosis.Matrix;

namespace GoldenPath.Tests.Diagnosis;

/// <summary>What the rules say about recorded runs, from their folders alone.</summary>
public sealed class CorpusSpecs
{
    private static readonly Lazy<Score> Measured = new(() => Score.Of(Score.In(Repository.Root)));

    public static IEnumerable<object[]> Cases =>
        Score.In(Repository.Root).SelectMany(CorpusCase.ReadAll).Select(one => new object[] { one.Name, Path.GetRelativePath(Repository.Root, one.Folder) });

    [TableSpec]
    [MemberData(nameof(Cases))]
    public Task A_recorded_run_is_diagnosed_from_its_folder_alone(string name, string folder)
    {
        var (one, said) = Measured.Value.Answers.Single(answer => answer.Case.Folder == Repository.File(folder));

        Assert.Empty(Citations.Broken(one.Folder, said));
        Assert.True(
            one.Truth.Accepts(said.Cause) || (one.Truth.Hard is not null && said.Certainty != Certainty.Confirmed),
            $"{said.Cause} ({said.Certainty}) instead of {one.Truth.Cause} in {name}: {said.Summary}");
        return Task.CompletedTask;
    }

    [TableSpec]
    [MemberData(nameof(Cases))]
    public Task A_recorded_run_is_small(string name, string folder)
    {
        var files = new DirectoryInfo(Repository.File(folder)).GetFiles("*", SearchOption.AllDirectories);

        Assert.True(files.Sum(file => file.Length) <= CorpusRecorder.MostBytes + 1024, $"{name} is large.");
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

        Assert.Equal(Measured.Value.Report().Trim('\n'), Score.Published.In(readme));
    }

    // Floods of lines, answers and stack frames, and a disk that takes nothing down.
    private static string[] TooLarge { get; } =
        ["flood-then-exits", "disk-full-of-the-run", "health-404-python", "speaks-redis", "reference-fails-fast-while-walked"];
}
