using System.Globalization;
using GoldenPath.Reporting.Pages.Html;
using GoldenPath.Runs;

namespace GoldenPath.Reporting.Pages.Parts;

/// <summary>The stages and the services of a run as tables.</summary>
/// <param name="page">The page.</param>
internal sealed class ServicePart(PageContext page)
{
    private readonly RunResult _run = page.Story.Run;

    /// <summary>Writes the services.</summary>
    public Markup Services() =>
        _run.Services.Count == 0
            ? Markup.None
            : page.Section(
                "services",
                "Services",
                page.Writer.Write(
                    $"""
                    <table>
                    <thead><tr><th>Service</th><th>Host</th><th>Endpoint</th><th class="figure">Ready after</th><th>Who answers</th></tr></thead>
                    <tbody>
                    {page.Writer.Each(_run.Services.Take(PageContext.MostItems), Row)}</tbody>
                    </table>

                    """
                )
            );

    /// <summary>Writes the stages.</summary>
    public Markup Stages() =>
        _run.Stages.Count == 0
            ? Markup.None
            : page.Section(
                "stages",
                "Stages",
                page.Writer.Write(
                    $"""
                    <table>
                    <thead><tr><th>Stage</th><th>Outcome</th><th class="figure">Began at</th><th class="figure">Took</th></tr></thead>
                    <tbody>
                    {page.Writer.Each(_run.Stages.Take(PageContext.MostItems), Row)}</tbody>
                    </table>

                    """
                )
            );

    private static FormattableString Row(StageResult stage) =>
        $"""
            <tr><td>{stage.Name}</td><td class="{PageContext.Word(stage.Outcome)}">{PageContext.Word(stage.Outcome)}</td>
            <td class="figure" data-label="began at">{Times.Seconds(
                stage.OffsetMs
            )}</td><td class="figure" data-label="took">{Times.Seconds(stage.DurationMs)}</td></tr>

            """;

    private FormattableString Row(ServiceResult service) =>
        $"""
            <tr><td>{service.Name}</td><td>{service.Host}</td><td><code>{service.Endpoint ?? "none"}</code></td>
            {Ready(service)}<td>{Identity(service.Identity)}</td></tr>

            """;

    private Markup Ready(ServiceResult service) =>
        service.ReadyAfterMs is { } ready
            ? page.Writer.Write($"<td class=\"figure succeeded\" data-label=\"ready after\">{Times.Seconds(ready)}</td>")
            : page.Writer.Write($"<td class=\"figure failed\">never ready</td>");

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
}
