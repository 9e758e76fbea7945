using GoldenPath.Reporting.Pages.Html;
using GoldenPath.Reporting.Pages.Reading;

namespace GoldenPath.Reporting.Pages.Parts;

/// <summary>Shows evidence in its place: the cited line opens to the lines before and after it. What is cited twice is shown once.</summary>
/// <param name="page">The page.</param>
internal sealed class EvidenceWriter(PageContext page)
{
    private const int LongestQuote = 160;

    private readonly HashSet<string> _alone = new(StringComparer.Ordinal);
    private bool _isOpen;

    /// <summary>Writes a piece of evidence.</summary>
    /// <param name="evidence">It.</param>
    /// <param name="decides">Whether it is among what decided: the first such that tells more than was said is open from the beginning.</param>
    public Markup Write(Evidence evidence, bool decides)
    {
        var place = Place.Of(evidence.Source);
        if (place.Line is { } line && page.Lines.IsShown(place.File, line))
        {
            return page.Writer.Write(
                $"<p class=\"again\">See <a href=\"#{page.Lines.Anchor(place.File, line)}\">{evidence.Source}</a>.</p>\n"
            );
        }

        var isNew = !page.Once.IsEchoed(evidence.Text) && page.Once.IsNew(evidence.Text);
        var isOpen = decides && !_isOpen && (isNew || RunStory.IsRaw(place.File));
        _isOpen |= isOpen;
        var around = page.Story.Around(place, evidence.Text);
        return around.Count == 0
            ? Alone(evidence, place)
            : page.Writer.Write(
                $"""
                <details class="evidence"{(isOpen ? new Markup(" open") : Markup.None)}>
                <summary><code class="place">{evidence.Source}</code>{(isNew ? Quote(evidence.Text) : Markup.None)}</summary>
                <ol class="lines" tabindex="0" aria-label="Lines around {evidence.Source}">
                {page.Lines.Write(place.File, around)}</ol>
                <p class="file">All of it: {page.FileLink(place.File)}</p>
                </details>

                """
            );
    }

    private Markup Quote(string text) => page.Writer.Write($" <span class=\"quote\">{Short.Of(text, LongestQuote)}</span>");

    // A file without lines, or one whose lines are not those that were cited.
    private Markup Alone(Evidence evidence, Place place) =>
        _alone.Add(evidence.Source + evidence.Text)
            ? page.Writer.Write(
                $"""
                <figure class="evidence"><figcaption>{page.FileLink(
                    place.File,
                    evidence.Source
                )}</figcaption><pre tabindex="0">{evidence.Text}</pre></figure>

                """
            )
            : page.Writer.Write($"<p class=\"again\">{page.FileLink(place.File, evidence.Source)}, as above.</p>\n");
}
