using System.Globalization;

namespace GoldenPath.TestKit.Scoring;

/// <summary>How far a corpus's answers can be trusted: how much was right of what was told as proved and as likely, whether the decisive fact was told,
/// and what the remedies are good for.</summary>
/// <param name="Name">The corpus.</param>
/// <param name="Answers">Its answers.</param>
public sealed record Calibration(string Name, IReadOnlyList<Answer> Answers)
{
    /// <summary>The head of the table.</summary>
    public const string Head =
        "| corpus | runs | right | confirmed: right of | likely: right of | inconclusive | decisive fact told | remedy: a command that mends | advice | only where to look | remedy as expected |\n"
        + "|---|---|---|---|---|---|---|---|---|---|---|\n";

    /// <summary>The row of a Markdown table.</summary>
    public override string ToString() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"| {Name} | {Answers.Count} | {Percent(Answers.Count(answer => answer.IsRight), Answers.Count)} | {Of(Certainty.Confirmed)} | {Of(Certainty.Likely)} "
                + $"| {Answers.Count(answer => answer.Abstains)} | {Told(answer => answer.TellsFact)} | {Kind(RemedyKind.Paste)} | {Kind(RemedyKind.Advice)} "
                + $"| {Kind(RemedyKind.Look)} | {Told(answer => answer.Mends)} |"
        );

    private string Of(Certainty certainty)
    {
        var said = Answers.Where(answer => answer.Said.Certainty == certainty && !answer.Abstains).ToList();
        return $"{said.Count(answer => answer.IsRight)} of {said.Count}";
    }

    private string Told(Func<Answer, bool?> isTold) =>
        Percent(Answers.Count(answer => isTold(answer) == true), Answers.Count(answer => isTold(answer) is not null));

    private string Kind(RemedyKind kind) => Percent(Answers.Count(answer => answer.Remedy == kind), Answers.Count);

    private static string Percent(int part, int whole) =>
        whole == 0 ? "–" : string.Create(CultureInfo.InvariantCulture, $"{100.0 * part / whole:0.#} %");
}
