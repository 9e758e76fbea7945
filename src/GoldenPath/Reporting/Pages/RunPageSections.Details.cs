using System.Globalization;
using GoldenPath.Runs;

namespace GoldenPath.Reporting.Pages;

/// <content>What ran, when, and what became of it.</content>
internal sealed partial class RunPageSections
{
    private long Extent => Math.Max(1, Math.Max(run.DurationMs, run.Stages.Select(stage => stage.OffsetMs + stage.DurationMs).DefaultIfEmpty().Max()));

    private Markup Stages() => run.Stages.Count == 0 ? Markup.None : writer.Write($"""
        <section>
        <h2>Stages</h2>
        <table>
        <thead><tr><th>Stage</th><th>Outcome</th><th class="figure">Took</th><th class="wide">When</th></tr></thead>
        <tbody>
        {writer.Each(run.Stages.Take(MostItems), Row)}</tbody>
        </table>
        </section>

        """);

    private FormattableString Row(StageResult stage) => $"""
        <tr><td>{stage.Name}</td><td class="{Word(stage.Outcome)}">{Word(stage.Outcome)}</td>
        <td class="figure">{Seconds(stage.DurationMs)}</td><td>{Bar(stage)}</td></tr>

        """;

    /// <summary>When a stage ran, drawn on the width of the whole run. A style attribute would need a weaker policy.</summary>
    private Markup Bar(StageResult stage)
    {
        var left = Math.Clamp(100.0 * stage.OffsetMs / Extent, 0, 99.5);
        var width = Math.Clamp(100.0 * stage.DurationMs / Extent, 0.5, 100 - left);
        return stage.Outcome == StageOutcome.Skipped
            ? Markup.None
            : writer.Write($"""
            <svg class="bar {Word(stage.Outcome)}" role="img" aria-label="from {Seconds(stage.OffsetMs)}">
            <rect x="{left:0.##}%" width="{width:0.##}%" height="100%" rx="2"/></svg>
            """);
    }

    private Markup Services() => run.Services.Count == 0 ? Markup.None : writer.Write($"""
        <section>
        <h2>Services</h2>
        <table>
        <thead><tr><th>Service</th><th>Host</th><th>Endpoint</th><th>Ready after</th><th>Who answers</th></tr></thead>
        <tbody>
        {writer.Each(run.Services.Take(MostItems), Row)}</tbody>
        </table>
        </section>

        """);

    private FormattableString Row(ServiceResult service) => $"""
        <tr><td>{service.Name}</td><td>{service.Host}</td><td><code>{service.Endpoint ?? "none"}</code></td>
        {Ready(service)}<td>{Identity(service.Identity)}</td></tr>

        """;

    private Markup Ready(ServiceResult service) => service.ReadyAfterMs is { } ready
        ? writer.Write($"<td class=\"succeeded\">{Seconds(ready)}</td>")
        : writer.Write($"<td class=\"failed\">never ready</td>");

    private static string Identity(ServiceIdentity identity)
    {
        List<string> words = [];
        if (identity.Pid is { } pid)
        {
            words.Add(string.Create(CultureInfo.InvariantCulture, $"pid {pid}"));
        }

        if (identity.ContainerId is { } container)
        {
            words.Add("container " + (container.Length > 12 ? container[..12] : container));
        }

        words.Add(identity.Verified ? "proved to be the one started" : "not proved to be the one started");
        return string.Join(", ", words);
    }

    private Markup Issue() => run.Issue.Action == IssueAction.None ? Markup.None : writer.Write($"""
        <section>
        <h2>Issue</h2>
        <p>{Word(run.Issue.Action)}{Number()}{(run.Issue.Fingerprint is { } fingerprint ? $", fingerprint {fingerprint}" : "")}</p>
        <p>{writer.Each(run.Issue.Labels, label => $"<code class=\"tag\">{label}</code> ")}</p>
        </section>

        """);

    private Markup Number() => run.Issue.Number is not { } number
        ? Markup.None
        : Uri.TryCreate(run.Issue.Url, UriKind.Absolute, out var url) && url.Scheme is "https" or "http"
            ? writer.Write($": <a href=\"{url.AbsoluteUri}\" rel=\"noreferrer\">#{number}</a>")
            : writer.Write($": #{number}");

    private Markup Teardown() => run.Teardown is not { } teardown
        ? writer.Write($"<section><h2>Teardown</h2>\n<p>None was made: what was started goes on running.</p></section>\n")
        : writer.Write($"""
        <section>
        <h2>Teardown</h2>
        <p class="{(teardown.Verified ? "succeeded" : "failed")}">{Ended(teardown)}, in {Seconds(teardown.DurationMs)}.</p>
        <ul>{writer.Each(teardown.Leftovers.Take(MostItems), leftover => $"<li>{leftover}</li>\n")}</ul>
        </section>

        """);

    private static string Ended(TeardownResult teardown) => teardown.Verified ? "Verified: nothing is left running" : "Something is left";

    private Markup Files() => files.Count == 0 ? Markup.None : writer.Write($"""
        <section>
        <h2>Files of this run</h2>
        <ul class="files">
        {writer.Each(files, file => $"<li><a href=\"{new Markup(file.Link)}\">{file.Name}</a> <small>{Size(file.Length)}</small></li>\n")}</ul>
        </section>

        """);

    private static string Seconds(long milliseconds) => string.Create(CultureInfo.InvariantCulture, $"{milliseconds / 1000.0:0.00} s");

    private static string Size(long bytes) => bytes switch
    {
        < 1_000 => string.Create(CultureInfo.InvariantCulture, $"{bytes} bytes"),
        < 1_000_000 => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1e3:0.#} kB"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1e6:0.#} MB"),
    };
}
