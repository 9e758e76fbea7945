using GoldenPath.Diagnosis;
using GoldenPath.TestKit.Scoring;

namespace GoldenPath.Tests.Diagnosis;

/// <summary>What is told as proved stays so only while its log ends with it: recorded runs whose logs go on in another way.</summary>
public sealed class CertaintySpecs
{
    private static readonly string[] Told =
    [
        "config.",
        "dependency.",
        "resource.",
        "port.in-use",
        "port.not-permitted",
        "process.already-running",
    ];

    /// <summary>Recorded runs whose cause is told as proved by the log of a service that ended.</summary>
    public static IEnumerable<object[]> Proved =>
        Score
            .Of(Score.In(Repository.Root))
            .Answers.Where(answer => answer.IsConfirmed && Array.Exists(Told, answer.Said.Cause.Name.StartsWith) && Log(answer) is not null)
            .Select(answer => new object[] { Path.GetFileName(answer.Case.Corpus), answer.Case.Name, Log(answer)! });

    [TableSpec]
    [MemberData(nameof(Proved))]
    public async Task A_last_word_of_another_matter_leaves_it_likely_at_most(string corpus, string name, string log)
    {
        var one = CorpusCase.Read(Path.Combine(Repository.File(Score.Corpora), corpus), name);
        using var run = one.Unpack();
        var before = Diagnostician.Diagnose(run.Path)!;
        await File.AppendAllTextAsync(Path.Combine(run.Path, log), "\nThe licence of this month has run out.\n");

        var after = Diagnostician.Diagnose(run.Path)!;

        Assert.Equal(Certainty.Confirmed, before.Certainty);
        Assert.NotEqual(Certainty.Confirmed, after.Certainty);
    }

    [TableSpec]
    [MemberData(nameof(Proved))]
    public async Task A_line_that_repeats_it_changes_nothing(string corpus, string name, string log)
    {
        var one = CorpusCase.Read(Path.Combine(Repository.File(Score.Corpora), corpus), name);
        using var run = one.Unpack();
        var before = Diagnostician.Diagnose(run.Path)!;
        await File.AppendAllTextAsync(Path.Combine(run.Path, log), "\nexiting with code 1\n");

        var after = Diagnostician.Diagnose(run.Path)!;

        Assert.Equal((before.Cause, before.Certainty), (after.Cause, after.Certainty));
    }

    private static string? Log(Answer answer) =>
        answer.Said.Chain.SelectMany(why => why.Evidence).Select(seen => seen.Source.Split(':')[0]).FirstOrDefault(IsOfService);

    private static bool IsOfService(string source) =>
        source.StartsWith("logs/", StringComparison.Ordinal) && !source.StartsWith("logs/tests.", StringComparison.Ordinal);
}
