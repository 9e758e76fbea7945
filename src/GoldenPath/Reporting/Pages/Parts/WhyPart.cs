using GoldenPath.Reporting.Pages.Html;

namespace GoldenPath.Reporting.Pages.Parts;

/// <summary>The chain of whys, each step with its evidence.</summary>
/// <param name="page">The page.</param>
internal sealed class WhyPart(PageContext page)
{
    private readonly EvidenceWriter _evidence = new(page);

    /// <summary>Writes it.</summary>
    public Markup Write() =>
        page.Story.Run.Diagnosis is not { } diagnosis
            ? Markup.None
            : page.Section(
                "why",
                "Why",
                page.Writer.Write(
                    $"""
                    <ol class="chain">
                    {Markup.Join(diagnosis.Chain.Select(Step))}</ol>
                    {RuledOut(diagnosis.RuledOut)}
                    """
                )
            );

    private Markup Step(Why why, int index) =>
        page.Writer.Write(
            $"""
            <li><h3>{why.Question}</h3>
            {Because(why.Because)}{Markup.Join(
                why.Evidence.Take(PageContext.MostItems).Select(evidence => _evidence.Write(evidence, IsDeepest(index)))
            )}</li>

            """
        );

    private Markup Because(string because) =>
        page.Once.IsNew(because)
            ? page.Writer.Write($"<p class=\"said\">{because}</p>\n")
            : page.Writer.Write($"<p class=\"again\">As said above.</p>\n");

    /// <summary>The evidence of the deepest step that has any is what decided.</summary>
    private bool IsDeepest(int index) => page.Story.Run.Diagnosis!.Chain.Skip(index + 1).All(later => later.Evidence.Count == 0);

    private Markup RuledOut(IReadOnlyList<string> causes) =>
        causes.Count == 0
            ? Markup.None
            : page.Writer.Write(
                $"<p class=\"ruled-out\">Ruled out: {page.Writer.Each(causes, cause => $"<code class=\"tag\">{cause}</code> ")}</p>\n"
            );
}
