using GoldenPath.Reporting.Pages.Html;

namespace GoldenPath.Reporting.Pages.Picture;

/// <summary>Draws the picture of a run as SVG. Across, everything is in percent: it fills the width that there is, and its letters keep their size.</summary>
/// <param name="picture">What is drawn.</param>
/// <param name="writer">What escapes its texts.</param>
internal sealed class PictureWriter(RunPicture picture, MarkupWriter writer)
{
    private const int Top = 22;
    private const int NameHeight = 17;
    private const int RowHeight = 14;
    private const int Gap = 7;
    private const int MostSaid = 12;

    private readonly MarkWriter _marks = new(picture.Axis, writer);

    /// <summary>The picture.</summary>
    public Markup Write()
    {
        var height = Top + picture.Lanes.Sum(HeightOf);
        return writer.Write(
            $"""
            <svg class="picture" width="100%" height="{height}" role="group" aria-label="The run on one time axis, from its start to {Times.Seconds(
                picture.Axis.Extent
            )}">
            {writer.Each(Tick.On(picture.Axis), tick => Drawn(tick, height))}{Broke(height)}{Markup.Join(Lanes())}</svg>

            """
        );
    }

    private static int HeightOf(Lane lane) => NameHeight + (lane.Rows * RowHeight) + Gap;

    private static FormattableString Drawn(Tick tick, int height) =>
        $"""
            <g class="tick"><line x1="{tick.At:0.##}%" x2="{tick.At:0.##}%" y1="{Top - 6}" y2="{height}"/>
            <text x="{tick.At:0.##}%" y="11" text-anchor="{(tick.At < 3 ? "start" : "middle")}">{tick.Text}</text></g>

            """;

    private Markup Broke(int height) =>
        picture.Broke is not { } broke
            ? Markup.None
            : writer.Write(
                $"""
                <g class="broke"><line x1="{picture.Axis.At(broke):0.##}%" x2="{picture.Axis.At(broke):0.##}%" y1="{Top
                    - 6}" y2="{height}"/></g>

                """
            );

    private IEnumerable<Markup> Lanes()
    {
        var y = Top;
        foreach (var lane in picture.Lanes)
        {
            yield return Drawn(lane, y);
            y += HeightOf(lane);
        }
    }

    private Markup Drawn(Lane lane, int y) =>
        writer.Write(
            $"""
            <g class="lane" role="img" tabindex="0" aria-label="{Said(
                lane
            )}"><rect class="ground" x="0" y="{y}" width="100%" height="{HeightOf(lane) - 3}" rx="3"/>
            <text class="name" x="4" y="{y + 13}">{lane.Name}</text><text class="all" x="4" y="{y + 13}">{Said(lane)}</text>
            {Markup.Join(lane.Marks.Select(mark => _marks.Write(lane, mark, y + 13, y + NameHeight + (mark.Row * RowHeight))))}</g>

            """
        );

    private static string Said(Lane lane) =>
        $"{lane.Name}: {string.Join("; ", lane.Marks.Take(MostSaid).Select(mark => mark.Text))}"
        + (lane.Marks.Count > MostSaid ? $"; and {lane.Marks.Count - MostSaid} more" : "");
}
