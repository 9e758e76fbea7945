using GoldenPath.Reporting.Pages.Html;
using GoldenPath.Reporting.Pages.Reading;
using GoldenPath.Runs;

namespace GoldenPath.Reporting.Pages.Parts;

/// <summary>What a person needs first: the verdict, the cause as the headline, and what mends it.</summary>
/// <param name="page">The page.</param>
internal sealed class HeaderPart(PageContext page)
{
    private readonly RunResult _run = page.Story.Run;

    /// <summary>Writes it.</summary>
    public Markup Write()
    {
        var headline = Headline.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        page.Once.IsNew(headline[0]);
        return page.Writer.Write(
            $"""
            <header class="{PageContext.Word(_run.Verdict)}">
            <p class="verdict"><strong>{PageContext.Word(_run.Verdict)}</strong> {_run.Name}, exit code {_run.ExitCode}</p>
            <h1 id="cause">{headline[0]}</h1>
            {More(headline[1..])}{page.Said(
                Meaning
            )}{Deepest()}{Users()}{Certainty()}{Remedies()}<p class="facts">Run <code>{_run.RunId}</code> began on
            {_run.StartedAt.UtcDateTime:yyyy-MM-dd} at {_run.StartedAt.UtcDateTime:HH:mm:ss} UTC and took {Times.Seconds(
                _run.DurationMs
            )}.</p>
            </header>

            """
        );
    }

    /// <summary>What else is wrong, where that is several things.</summary>
    private Markup More(string[] lines) =>
        lines.Length == 0
            ? Markup.None
            : page.Writer.Write(
                $"<ul class=\"more\">\n{page.Writer.Each(lines.Take(PageContext.MostItems), line => $"<li>{line}</li>\n")}</ul>\n"
            );

    private string Headline =>
        Spoken(_run.Diagnosis?.Summary) ?? (_run.Verdict == Verdict.Passed ? Proved : Spoken(page.Story.Failure) ?? Meaning);

    private static string? Spoken(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;

    private string Proved =>
        new[]
        {
            Counted(_run.Services.Count(service => service.ReadyAfterMs is not null), "service", "ready"),
            Counted(page.Story.Scenarios.Sum(scenario => scenario.Users.Count), "user", "answered"),
            Counted(_run.Smoke.Passed, "test", "passed"),
        }
            .OfType<string>()
            .ToList()
            is { Count: > 0 } proofs
            ? $"Proved: {string.Join(", ", proofs)}"
            : Meaning;

    private static string? Counted(int number, string noun, string what) => number == 0 ? null : $"{Times.Count(number, noun)} {what}";

    private string Meaning =>
        _run.Verdict switch
        {
            Verdict.Passed => "Everything that was declared is proved.",
            Verdict.Product => "The services were ready, and the product broke.",
            Verdict.Environment => "The environment broke, so that nothing can be said about the product.",
            Verdict.Configuration => "The configuration or the command line is wrong; nothing was started.",
            Verdict.Cancelled => "Somebody ended the run.",
            _ => "Nothing was proved.",
        };

    /// <summary>What the chain of whys comes to, with a link to the line that shows it.</summary>
    private Markup Deepest() =>
        _run.Diagnosis?.Chain is [_, .., var why] && !page.Once.IsEchoed(why.Because) && page.Once.IsNew(why.Because)
            ? page.Writer.Write($"<p class=\"deepest\">{why.Because} {Shown(why)}</p>\n")
            : Markup.None;

    private Markup Shown(Why why) =>
        why.Evidence is [var first, ..]
        && Place.Of(first.Source) is { Line: { } line } place
        && page.Story.Around(place, first.Text).Count > 0
            ? page.Writer.Write($"<a class=\"place\" href=\"#{page.Lines.Anchor(place.File, line)}\">{first.Source}</a>")
            : Markup.None;

    private Markup Users() =>
        Markup.Join(
            page.Story.Scenarios.Where(scenario => scenario is { Failed: > 0, Users.Count: > 1 })
                .Select(scenario => page.Said(scenario.Outcome))
        );

    private Markup Certainty() =>
        _run.Diagnosis is not { } diagnosis
            ? Markup.None
            : page.Writer.Write(
                $"""
                <p>Cause <code class="tag">{diagnosis.Cause}</code> {Sure(diagnosis.Certainty)}.</p>

                """
            );

    private Markup Remedies() =>
        _run.Diagnosis is not { Remedies.Count: > 0 } diagnosis
            ? Markup.None
            : page.Writer.Write(
                $"""
                <h2 class="todo">What to do</h2>
                <ul class="remedies">
                {page.Writer.Each(
                    diagnosis.Remedies.Take(PageContext.MostItems),
                    remedy => $"<li>{remedy.Text}{page.Command(remedy.Command)}</li>\n"
                )}</ul>

                """
            );

    private static string Sure(Certainty certainty) =>
        certainty switch
        {
            GoldenPath.Certainty.Confirmed => "confirmed by the evidence",
            GoldenPath.Certainty.Likely => "likely, as the evidence speaks for it",
            _ => "not certain, as the evidence does not decide",
        };
}
