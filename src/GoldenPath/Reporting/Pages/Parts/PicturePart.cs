using GoldenPath.Reporting.Pages.Html;
using GoldenPath.Reporting.Pages.Picture;

namespace GoldenPath.Reporting.Pages.Parts;

/// <summary>The run on one time axis, and the same in words.</summary>
/// <param name="page">The page.</param>
internal sealed class PicturePart(PageContext page)
{
    private const int MostLines = 250;

    private readonly RunPicture _picture = new(page.Story);

    /// <summary>Writes it.</summary>
    public Markup Write() =>
        _picture.Lanes.Count == 0
            ? Markup.None
            : page.Section(
                "picture",
                "The run",
                page.Writer.Write(
                    $"""
                    <a class="skip" href="#words">Skip the picture</a>
                    <figure>
                    {new PictureWriter(_picture, page.Writer).Write()}<figcaption>{Legend()}</figcaption>
                    </figure>
                    <details id="words"><summary>The same in words</summary>
                    <ol class="words">
                    {page.Writer.Each(Words().Take(MostLines), Line)}</ol>
                    </details>

                    """
                )
            );

    private Markup Legend() =>
        page.Writer.Write(
            $"""
            Each part of the run has a scale of its own. Point at a mark, or go to its lane by keyboard, for its values.
            {Key(Tone.Good, "●", "as it should be", mark => mark.Tone == Tone.Good)}{Key(
                Tone.Odd,
                "●",
                "not yet",
                mark => mark.Tone == Tone.Odd
            )}
            {Key(Tone.Bad, "✖", "wrong", mark => mark.Shape == Shape.Cross)}{Key(
                Tone.Odd,
                "◆",
                "line of a log",
                mark => mark.Shape == Shape.Diamond
            )}{Broke()}
            """
        );

    private Markup Key(Tone tone, string sign, string meaning, Func<Mark, bool> fits) =>
        _picture.Lanes.Any(lane => lane.Marks.Any(fits))
            ? page.Writer.Write($"<span class=\"key {PageContext.Word(tone)}\">{sign}</span> {meaning}\n")
            : Markup.None;

    private Markup Broke() =>
        _picture.Broke is { } broke
            ? page.Writer.Write($" <span class=\"key bad\">┆</span> it broke at {Times.Seconds(broke)}")
            : Markup.None;

    private IEnumerable<(string Name, Mark Mark)> Words() =>
        _picture.Lanes.SelectMany(lane => lane.Marks.Select(mark => (lane.Name, mark))).OrderBy(word => word.mark.From);

    private static FormattableString Line((string Name, Mark Mark) word) =>
        $"""
            <li class="{PageContext.Word(word.Mark.Tone)}"><span class="when">{Times.Seconds(
                word.Mark.From
            )}</span> {word.Name}: {word.Mark.Text}</li>

            """;
}
