using GoldenPath.Reporting.Pages.Html;
using GoldenPath.Reporting.Pages.Reading;

namespace GoldenPath.Reporting.Pages.Parts;

/// <summary>The last lines of each log, less those that stand above as evidence.</summary>
/// <param name="page">The page.</param>
internal sealed class LogPart(PageContext page)
{
    /// <summary>Writes it.</summary>
    public Markup Write() => page.Section("logs", "Logs", Markup.Join(page.Story.Logs.Select(Log)));

    private Markup Log(LogTrack log)
    {
        var lines = log.Lines.Where(line => !page.Lines.IsShown(log.Excerpt.Name, line.Number)).ToList();
        if (lines.Count == 0)
        {
            return page.Writer.Write(
                $"<p>{page.FileLink(log.Excerpt.Name)} <small>{Times.Count(log.Excerpt.Total, "line")}, all above as evidence</small></p>\n"
            );
        }

        return page.Writer.Write(
            $"""
            <details><summary>{log.Excerpt.Name} <small>{Shown(log, lines.Count)}</small></summary>
            <ol class="lines" tabindex="0" aria-label="Lines of {log.Excerpt.Name}">
            {page.Lines.Write(log.Excerpt.Name, lines.Select(line => (line.Number, line.Text)))}</ol>
            <p class="file">All of it: {page.FileLink(log.Excerpt.Name)}</p>
            </details>

            """
        );
    }

    private static string Shown(LogTrack log, int count) =>
        count == log.Excerpt.Total
            ? Times.Count(count, "line")
            : $"{Times.Count(log.Excerpt.Total, "line")}{(count < log.Lines.Count ? ", some of them above as evidence" : $", the last {Times.Number(count)} here")}";
}
