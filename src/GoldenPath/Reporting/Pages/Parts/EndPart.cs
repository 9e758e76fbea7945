using GoldenPath.Reporting.Pages.Html;
using GoldenPath.Runs;

namespace GoldenPath.Reporting.Pages.Parts;

/// <summary>What became of it all: the issue, the teardown, the files.</summary>
/// <param name="page">The page.</param>
internal sealed class EndPart(PageContext page)
{
    private const int LongestIssue = 70_000;

    private readonly RunResult _run = page.Story.Run;

    /// <summary>Writes the issue as it was or would be filed.</summary>
    public Markup Issue() =>
        _run.Issue.Action == IssueAction.None && page.Story.Issue.Length == 0
            ? Markup.None
            : page.Section(
                "issue",
                "Issue",
                page.Writer.Write(
                    $"""
                    <p>{PageContext.Word(_run.Issue.Action)}{Number()}{(
                        _run.Issue.Fingerprint is { } fingerprint ? $", fingerprint {fingerprint}" : ""
                    )}
                    {page.Writer.Each(_run.Issue.Labels, label => $"<code class=\"tag\">{label}</code> ")}</p>
                    {Filed()}
                    """
                )
            );

    /// <summary>Writes how the teardown ended.</summary>
    public Markup Teardown() =>
        page.Section(
            "teardown",
            "Teardown",
            _run.Teardown is not { } teardown
                ? page.Writer.Write($"<p>None was made: what was started goes on running.</p>\n")
                : page.Writer.Write(
                    $"""
                    <p class="{(teardown.Verified ? "succeeded" : "failed")}">{Ended(teardown)}, in {Times.Seconds(
                        teardown.DurationMs
                    )}.</p>
                    {Leftovers(teardown.Leftovers)}
                    """
                )
        );

    /// <summary>Writes links to the files of the run.</summary>
    public Markup Files() =>
        page.Section(
            "files",
            "Files of this run",
            page.Story.Files.Count == 0
                ? Markup.None
                : page.Writer.Write(
                    $"""
                    <ul class="files">
                    {page.Writer.Each(
                        page.Story.Files,
                        file => $"<li>{page.FileLink(file.Name)} <small>{Times.Size(file.Length)}</small></li>\n"
                    )}</ul>

                    """
                )
        );

    private static string Ended(TeardownResult teardown) => teardown.Verified ? "Verified: nothing is left running" : "Something is left";

    private Markup Filed() =>
        page.Story.Issue.Length == 0
            ? Markup.None
            : page.Writer.Write(
                $"""
                <details><summary>The text of the issue</summary>
                <div class="command"><pre class="filed" tabindex="0">{page.Writer.Long(page.Story.Issue, LongestIssue)}</pre>
                <button type="button" class="copy" hidden>Copy</button></div>
                </details>

                """
            );

    private Markup Number() =>
        _run.Issue.Number is not { } number ? Markup.None
        : Uri.TryCreate(_run.Issue.Url, UriKind.Absolute, out var url) && url.Scheme is "https" or "http"
            ? page.Writer.Write($": <a href=\"{url.AbsoluteUri}\" rel=\"noreferrer\">#{number}</a>")
        : page.Writer.Write($": #{number}");

    private Markup Leftovers(IReadOnlyList<string> leftovers) =>
        leftovers.Count == 0
            ? Markup.None
            : page.Writer.Write(
                $"<ul>{page.Writer.Each(leftovers.Take(PageContext.MostItems), leftover => $"<li>{leftover}</li>\n")}</ul>\n"
            );
}
