using GoldenPath.Reporting.Pages.Html;

namespace GoldenPath.Reporting.Pages.Picture;

/// <summary>Draws the marks of a picture. Whoever points at one reads its values where the name of its lane stood.</summary>
/// <param name="axis">Where moments are.</param>
/// <param name="writer">What escapes its texts.</param>
internal sealed class MarkWriter(TimeAxis axis, MarkupWriter writer)
{
    private const int Height = 11;

    /// <summary>Draws one.</summary>
    /// <param name="lane">Its lane.</param>
    /// <param name="mark">It.</param>
    /// <param name="textY">Where its values are told.</param>
    /// <param name="y">Its upper edge.</param>
    public Markup Write(Lane lane, Mark mark, int textY, int y) =>
        writer.Write(
            $"""
            <g class="mark {mark.Tone.ToString().ToLowerInvariant()}">{Form(
                mark,
                y
            )}<text class="tip" x="4" y="{textY}">{lane.Name}: {mark.Text}</text></g>

            """
        );

    private Markup Form(Mark mark, int y) =>
        mark.Shape switch
        {
            Shape.Bar => writer.Write(
                $"<rect x=\"{Left(mark):0.###}%\" y=\"{y}\" width=\"{Width(mark):0.###}%\" height=\"{Height}\" rx=\"2\"/>"
            ),
            Shape.Named => writer.Write(
                $"""
                <svg x="{Left(mark):0.###}%" y="{y}" width="{Width(mark):0.###}%" height="{Height
                    + 2}"><rect width="100%" height="100%" rx="2"/>
                <text x="3" y="10">{mark.Text.Split(' ')[0]}</text></svg>
                """
            ),
            Shape.Dot => writer.Write($"<circle cx=\"{Left(mark):0.###}%\" cy=\"{y + 5.5}\" r=\"4\"/>"),
            Shape.Diamond => Path(mark, y, "M0,-5.5 5.5,0 0,5.5 -5.5,0z"),
            _ => Path(mark, y, "M-5,-3 -3,-5 0,-2 3,-5 5,-3 2,0 5,3 3,5 0,2 -3,5 -5,3 -2,0z"),
        };

    private Markup Path(Mark mark, int y, string form) =>
        writer.Write(
            $"""
            <svg x="{Left(mark):0.###}%" y="{y + 5.5}" overflow="visible"><path d="{form}"/></svg>
            """
        );

    private double Left(Mark mark) => axis.At(mark.From);

    private double Width(Mark mark) => Math.Max(0.25, axis.At(mark.To) - axis.At(mark.From));
}
