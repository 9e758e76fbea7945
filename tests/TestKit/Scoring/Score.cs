using System.Globalization;
using System.Text;
using GoldenPath.Diagnosis;

namespace GoldenPath.TestKit.Scoring;

/// <summary>How well the rules tell the causes of recorded runs: precision, recall, abstention, and how far each certainty can be trusted.</summary>
/// <remarks>It measures the rules on faults that were injected on purpose. How often a fault happens elsewhere, and in which
/// other words, it does not tell.</remarks>
public sealed class Score
{
    /// <summary>Where the corpora are, a folder each, from the root of the checkout.</summary>
    public const string Corpora = "tests/GoldenPath.Tests/Diagnosis/Corpora";

    /// <summary>The corpus of the faults that the specs inject, which the rules were written with.</summary>
    public const string Injected = Corpora + "/injected";

    private readonly IReadOnlyList<(string Name, IReadOnlyList<Answer> Answers)> _corpora;

    private Score(IReadOnlyList<(string Name, IReadOnlyList<Answer> Answers)> corpora) => _corpora = corpora;

    /// <summary>Where both tables go in docs/diagnosis.md.</summary>
    public static GeneratedText Published { get; } = new("diagnosis-score");

    /// <summary>Where the table of the corpora goes in README.md.</summary>
    public static GeneratedText Summarised { get; } = new("diagnosis-figures");

    /// <summary>What was said, case by case.</summary>
    public IReadOnlyList<Answer> Answers => [.. _corpora.SelectMany(corpus => corpus.Answers)];

    /// <summary>All causes together.</summary>
    public ScoreRow Overall => new("**all**", Answers, [.. Answers.Where(answer => !answer.Abstains)]);

    /// <summary>The corpora of a checkout.</summary>
    public static IReadOnlyList<string> In(string root) =>
        [.. Directory.GetDirectories(Path.Combine(root, Corpora)).Order(StringComparer.Ordinal)];

    /// <summary>Diagnoses every case of some corpora, each from its run folder alone.</summary>
    public static Score Of(params IReadOnlyList<string> corpora) =>
        new([
            .. corpora.Select(corpus =>
                (
                    Path.GetFileName(Path.TrimEndingDirectorySeparator(corpus)),
                    (IReadOnlyList<Answer>)[.. CorpusCase.ReadAll(corpus).Select(Ask)]
                )
            ),
        ]);

    /// <summary>How far the answers can be trusted, corpus by corpus, as Markdown.</summary>
    public string Calibrations() =>
        Calibration.Head + string.Concat(_corpora.Select(corpus => new Calibration(corpus.Name, corpus.Answers) + "\n"));

    /// <summary>The causes of all corpora as Markdown.</summary>
    public string Table()
    {
        var text = new StringBuilder(
            "| cause | runs | precision | recall | abstained | confirmed | of these wrong |\n|---|---|---|---|---|---|---|\n"
        );
        foreach (var row in Rows().Append(Overall))
        {
            text.Append(CultureInfo.InvariantCulture, $"{row}\n");
        }

        return text.ToString();
    }

    /// <summary>Both tables.</summary>
    public string Report() => Calibrations() + "\n" + Table();

    private static Answer Ask(CorpusCase one)
    {
        using var run = one.Unpack();
        return new Answer(one, Diagnostician.Diagnose(run.Path) ?? Nothing);
    }

    private static DiagnosisResult Nothing { get; } =
        new()
        {
            Cause = Causes.Unknown,
            Certainty = Certainty.Inconclusive,
            Summary = "The folder holds no evidence.",
        };

    private IEnumerable<ScoreRow> Rows()
    {
        var answers = Answers;
        return answers
            .SelectMany(answer => new[] { answer.Case.Truth.Cause, answer.Abstains ? null : answer.Said.Cause.Name })
            .OfType<string>()
            .Distinct()
            .Order(StringComparer.Ordinal)
            .Select(cause => new ScoreRow(
                $"`{cause}`",
                [.. answers.Where(answer => answer.Case.Truth.Cause == cause)],
                [.. answers.Where(answer => !answer.Abstains && answer.Said.Cause == cause)]
            ));
    }
}
