using System.Globalization;

namespace GoldenPath.TestKit.Scoring;

/// <summary>How well one cause is told, or all of them.</summary>
/// <param name="Name">The cause.</param>
/// <param name="Truly">The answers about cases of which it is the true cause.</param>
/// <param name="Said">The answers that claim it.</param>
public sealed record ScoreRow(string Name, IReadOnlyList<Answer> Truly, IReadOnlyList<Answer> Said)
{
    /// <summary>The share of claims that were right; <c>null</c> where it was never claimed.</summary>
    public double? Precision => Share(Said, answer => answer.IsRight);

    /// <summary>The share of cases that were told rightly; <c>null</c> where there is none.</summary>
    public double? Recall => Share(Truly, answer => answer.IsRight);

    /// <summary>The share of cases about which nothing was claimed; <c>null</c> where there is none.</summary>
    public double? Abstention => Share(Truly, answer => answer.Abstains);

    /// <summary>The row of a Markdown table.</summary>
    public override string ToString() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"| {Name} | {Truly.Count} | {Percent(Precision)} | {Percent(Recall)} | {Percent(Abstention)} "
                + $"| {Said.Count(answer => answer.IsConfirmed)} | {Said.Count(answer => answer is { IsConfirmed: true, IsRight: false })} |"
        );

    private static double? Share(IReadOnlyList<Answer> answers, Func<Answer, bool> counts) =>
        answers.Count == 0 ? null : (double)answers.Count(counts) / answers.Count;

    private static string Percent(double? share) =>
        share is { } value ? string.Create(CultureInfo.InvariantCulture, $"{100 * value:0.#} %") : "–";
}
