using GoldenPath.Reporting.Pages.Html;
using GoldenPath.Reporting.Pages.Reading;

namespace GoldenPath.Reporting.Pages.Parts;

/// <summary>How the users of the scenarios fared: how many failed, by which kinds of failure, and how fast the events came.</summary>
/// <param name="page">The page.</param>
internal sealed class ScenarioPart(PageContext page)
{
    private const int MostKinds = 20;
    private const int MostNamed = 12;

    private readonly MarkupWriter _writer = page.Writer;

    /// <summary>Writes it.</summary>
    public Markup Write() => page.Section("users", "Users", Markup.Join(page.Story.Scenarios.Select(Of)));

    private Markup Of(ScenarioTrack scenario) =>
        _writer.Write(
            $"""
            <h3>{scenario.Name}</h3>
            {Outcome(scenario)}{Kinds(scenario)}{General(scenario)}{(scenario.IsCrowd ? Spreads(scenario) : Users(scenario))}
            """
        );

    private Markup Outcome(ScenarioTrack scenario) =>
        page.Once.IsNew(scenario.Outcome)
            ? _writer.Write($"<p class=\"{(scenario.Failed == 0 ? "succeeded" : "failed")}\">{scenario.Outcome}</p>\n")
            : Markup.None;

    private Markup General(ScenarioTrack scenario) => Markup.Join(scenario.General.Select(violation => page.Said(violation.Text)));

    private Markup Kinds(ScenarioTrack scenario) =>
        scenario.Kinds.Count == 0
            ? Markup.None
            : _writer.Write(
                $"""
                <table class="kinds">
                <thead><tr><th class="figure">Users</th><th>Kind of failure</th><th>Who</th></tr></thead>
                <tbody>
                {Markup.Join(scenario.Kinds.Take(MostKinds).Select(kind => Kind(kind.Kind, kind.Users)))}</tbody>
                </table>

                """
            );

    private Markup Kind(string kind, IReadOnlyList<UserTrack> users) =>
        _writer.Write(
            $"""
            <tr><td class="figure" data-label="users">{users.Count:N0}</td>
            <td><code class="tag">{kind}</code>{Example(users[0])}</td><td data-label="who">{Named(users)}</td></tr>

            """
        );

    private Markup Example(UserTrack user) =>
        user.Violations is [var first, ..] && page.Once.IsNew(first.Text) ? _writer.Write($"<p>{first.Text}</p>") : Markup.None;

    private static string Named(IReadOnlyList<UserTrack> users) =>
        string.Join(", ", users.Take(MostNamed).Select(user => user.User))
        + (users.Count > MostNamed ? $" and {Times.Number(users.Count - MostNamed)} more" : "");

    private Markup Spreads(ScenarioTrack scenario) =>
        _writer.Write(
            $"""
            <table>
            <thead><tr><th>Event, after sending</th><th class="figure">Users</th><th class="figure">Half within</th>
            <th class="figure">95 % within</th><th class="figure">Slowest</th></tr></thead>
            <tbody>
            {_writer.Each(scenario.Spreads, Row)}</tbody>
            </table>

            """
        );

    private static FormattableString Row(EventSpread spread) =>
        $"""
            <tr><td>{spread.Name}</td><td class="figure" data-label="users">{spread.Count:N0}</td>
            <td class="figure" data-label="half within">{Times.Seconds(spread.HalfWithin)}</td>
            <td class="figure" data-label="95 % within">{Times.Seconds(spread.MostWithin)}</td>
            <td class="figure" data-label="slowest">{Times.Seconds(spread.Longest)}, user {spread.Slowest}</td></tr>

            """;

    private Markup Users(ScenarioTrack scenario) =>
        _writer.Write(
            $"""
            <table>
            <thead><tr><th>User</th><th>Outcome</th><th>What came when, after sending</th></tr></thead>
            <tbody>
            {_writer.Each(scenario.Users, Row)}</tbody>
            </table>

            """
        );

    private static FormattableString Row(UserTrack user) =>
        $"""
            <tr><td data-label="user">{user.User}</td><td class="{(user.Passed ? "succeeded" : "failed")}">{(
                user.Passed ? "passed" : "failed"
            )}</td>
            <td>{Steps(user)}</td></tr>

            """;

    private static string Steps(UserTrack user) =>
        user.Steps.Count == 0
            ? "nothing was sent"
            : string.Join(" → ", user.Steps.Select(step => $"{step.Label} {Times.Seconds(step.After)}"));
}
