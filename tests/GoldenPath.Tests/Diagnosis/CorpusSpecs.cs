using GoldenPath.Reporting.Answers;
using GoldenPath.Runs;
using GoldenPath.TestKit.Scoring;
using GoldenPath.Tests.Diagnosis.Matrix;
using GoldenPath.Tests.Reporting.Answers;
using Answer = GoldenPath.TestKit.Scoring.Answer;

namespace GoldenPath.Tests.Diagnosis;

/// <summary>What the rules say about recorded runs, from their folders alone.</summary>
public sealed class CorpusSpecs
{
    private static readonly Lazy<Score> Measured = new(() => Score.Of(Score.In(Repository.Root)));

    public static IEnumerable<object[]> Cases =>
        CorpusCase.ReadAll(Repository.File(Score.Injected)).Select(one => new object[] { Path.GetFileName(one.Corpus), one.Name });

    public static IEnumerable<object[]> Strangers =>
        Score
            .In(Repository.Root)
            .Where(corpus => corpus != Repository.File(Score.Injected))
            .SelectMany(CorpusCase.ReadAll)
            .Select(one => new object[] { Path.GetFileName(one.Corpus), one.Name });

    [TableSpec]
    [MemberData(nameof(Cases))]
    public Task A_recorded_run_is_diagnosed_from_its_folder_alone(string corpus, string name)
    {
        var (one, said) = Of(corpus, name);
        using var run = one.Unpack();

        Assert.Empty(Citations.Broken(run.Path, said));
        Assert.True(
            one.Truth.Accepts(said.Cause.Name) || (one.Truth.Hard is not null && said.Certainty != Certainty.Confirmed),
            $"{said.Cause} ({said.Certainty}) instead of {one.Truth.Cause}: {said.Summary}"
        );
        return Task.CompletedTask;
    }

    [TableSpec]
    [MemberData(nameof(Strangers))]
    public Task What_is_said_about_a_stranger_is_cited_from_what_was_recorded(string corpus, string name)
    {
        var (one, said) = Of(corpus, name);
        using var run = one.Unpack();

        Assert.Empty(Citations.Broken(run.Path, said));
        return Task.CompletedTask;
    }

    [TableSpec]
    [MemberData(nameof(Cases))]
    public Task A_recorded_run_is_small(string corpus, string name)
    {
        Assert.InRange(Of(corpus, name).Case.Files.Values.Sum(text => text.Length), 1, CorpusRecorder.MostCharacters);
        return Task.CompletedTask;
    }

    [Spec]
    public Task Every_fault_that_fits_is_recorded()
    {
        var missing = Faults
            .FaultTable.All.Select(fault => fault.Name)
            .Except(Measured.Value.Answers.Select(answer => answer.Case.Name))
            .Except(TooLarge);

        Assert.Empty(missing);
        return Task.CompletedTask;
    }

    [Spec]
    public Task The_cause_of_every_recorded_run_stands_in_the_last_rows_of_a_terminal()
    {
        foreach (var (name, said) in Measured.Value.Answers.Select(answer => (answer.Case.Name, answer.Said)))
        {
            var lines = new Subject
            {
                Verdict = Verdict.Product,
                ExitCode = 1,
                Diagnosis = said,
                Issue = new() { Action = IssueAction.Queued, Why = "there is no token; pass --github-token or set GITHUB_TOKEN" },
            }.Lines;

            Assert.InRange(lines.Count, 3, 8);
            Assert.True(lines.Sum(line => (TextWidth.Of(line) + 79) / 80) <= 9, $"{name}:\n{string.Join('\n', lines)}");
            Assert.StartsWith("  cause    ", lines[1], StringComparison.Ordinal);
            Assert.InRange(lines[1].Length, 20, 240);
        }

        return Task.CompletedTask;
    }

    [Spec]
    public async Task The_pages_tell_what_is_measured()
    {
        var page = await File.ReadAllTextAsync(Repository.File("docs/diagnosis.md"));
        var readme = await File.ReadAllTextAsync(Repository.File("README.md"));

        Assert.Equal(Measured.Value.Report().Trim('\n'), Score.Published.In(page));
        Assert.Equal(Measured.Value.Calibrations().Trim('\n'), Score.Summarised.In(readme));
    }

    private static Answer Of(string corpus, string name) =>
        Measured.Value.Answers.Single(answer => answer.Case.Name == name && Path.GetFileName(answer.Case.Corpus) == corpus);

    // Floods of lines, answers and stack frames, and a disk that takes nothing down.
    private static string[] TooLarge { get; } =
    ["flood-then-exits", "disk-full-of-the-run", "health-404-python", "speaks-redis", "reference-fails-fast-while-walked"];
}
