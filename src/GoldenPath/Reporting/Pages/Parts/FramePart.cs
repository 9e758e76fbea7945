using GoldenPath.Reporting.Pages.Html;
using GoldenPath.Reporting.Pages.Reading;

namespace GoldenPath.Reporting.Pages.Parts;

/// <summary>The frames of the scenarios; with the script they can be filtered and searched.</summary>
/// <param name="page">The page.</param>
internal sealed class FramePart(PageContext page)
{
    private const int LongestText = 600;

    private readonly FrameSample _frames = page.Story.Frames;

    /// <summary>Writes it.</summary>
    public Markup Write() =>
        _frames.Total == 0
            ? Markup.None
            : page.Section(
                "frames",
                "Frames",
                page.Writer.Write(
                    $"""
                    <p>{Shown}</p>
                    <form class="filter" hidden>
                    <label>Search <input type="search" name="text" autocomplete="off"></label>
                    <label>User <select name="user"><option value="">all</option>{Options(row => Times.Number(row.User))}</select></label>
                    <label>Frame <select name="frame"><option value="">all</option>{Options(row => row.Name)}</select></label>
                    <label>Way <select name="way"><option value="">both</option>
                    <option value="in">from the server</option><option value="out">to the server</option></select></label>
                    <output aria-live="polite"></output>
                    </form>
                    <ol class="frames">
                    {Markup.Join(_frames.Rows.Select(Row))}</ol>

                    """
                )
            );

    private string Shown =>
        _frames.Rows.Count == _frames.Total
            ? $"{Times.Count(_frames.Total, "frame")}."
            : $"{Times.Number(_frames.Rows.Count)} of {Times.Count(_frames.Total, "frame")}: of the users that the picture shows, the first and the last, "
                + "and those that are cited. All are in the run folder.";

    private Markup Options(Func<FrameRow, string> value) =>
        page.Writer.Each(
            _frames.Rows.Select(value).Distinct().Order(StringComparer.Ordinal).Take(PageContext.MostItems),
            one => $"<option>{one}</option>"
        );

    private Markup Row(FrameRow row) =>
        page.Writer.Write(
            $"""
            <li id="{LineBook.FrameAnchor(row.Number)}" data-user="{row.User:N0}" data-frame="{row.Name}" data-way="{(
                row.IsOut ? "out" : "in"
            )}"{Cited(row)}>
            <details><summary><span class="when">{Times.Seconds(row.At)}</span> <span class="who">user {row.User}</span>
            <span class="way">{(row.IsOut ? "→" : "←")}</span> {row.Name} <small>{Times.Size(row.Size)}</small></summary>
            <pre tabindex="0">{Short.Of(row.Text, LongestText)}</pre></details></li>

            """
        );

    private Markup Cited(FrameRow row) =>
        page.Story.IsCited(RunStory.FramesName, row.Number) ? new Markup(" class=\"cited\"") : Markup.None;
}
