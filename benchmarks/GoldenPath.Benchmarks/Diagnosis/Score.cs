using System.Globalization;
using System.Text;
using GoldenPath.Diagnosis;

namespace GoldenPath.Benchmarks.Diagnosis;

/// <summary>How well the rules tell the causes of recorded runs: precision, recall and abstention.</summary>
/// <remarks>It measures the rules on faults that were injected on purpose. How often a fault happens elsewhere, and in which
/// other words, it does not tell.</remarks>
internal sealed class Score
{
    /// <summary>Where the recorded runs are, from the root of the checkout.</summary>
    public const string Corpus = "tests/GoldenPath.Tests/Diagnosis/Corpus";

    private readonly IReadOnlyList<Answer> _answers;

    private Score(IReadOnlyList<Answer> answers) => _answers = answers;

    /// <summary>Where the table goes in README.md.</summary>
    public static GeneratedText Published { get; } = new("diagnosis-score");

    /// <summary>What was said, case by case.</summary>
    public IReadOnlyList<Answer> Answers => _answers;

    /// <summary>All causes together.</summary>
    public ScoreRow Overall => new("**all**", _answers, [.. _answers.Where(answer => !answer.Abstains)]);

    /// <summary>Diagnoses every case from its folder alone.</summary>
    public static Score Of(string corpus) => new([.. CorpusCase.ReadAll(corpus).Select(one => new Answer(one, Diagnostician.Diagnose(one.Folder) ?? Nothing))]);

    private static DiagnosisResult Nothing { get; } = new()
    {
        Cause = Causes.Unknown,
        Certainty = Certainty.Inconclusive,
        Summary = "The folder holds no evidence.",
    };

    /// <summary>The table as Markdown.</summary>
    public string Table()
    {
        var text = new StringBuilder("| cause | runs | precision | recall | abstained | confirmed | of these wrong |\n|---|---|---|---|---|---|---|\n");
        foreach (var row in Rows().Append(Overall))
        {
            text.Append(CultureInfo.InvariantCulture, $"{row}\n");
        }

        return text.ToString();
    }

    private IEnumerable<ScoreRow> Rows() => _answers
        .SelectMany(answer => new[] { answer.Case.Truth.Cause, answer.Abstains ? null : answer.Said.Cause })
        .OfType<string>()
        .Distinct()
        .Order(StringComparer.Ordinal)
        .Select(cause => new ScoreRow(
            $"`{cause}`",
            [.. _answers.Where(answer => answer.Case.Truth.Cause == cause)],
            [.. _answers.Where(answer => !answer.Abstains && answer.Said.Cause == cause)]));
}
