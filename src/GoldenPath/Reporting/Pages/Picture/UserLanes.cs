using GoldenPath.Reporting.Pages.Html;
using GoldenPath.Reporting.Pages.Reading;

namespace GoldenPath.Reporting.Pages.Picture;

/// <summary>The users of the scenarios: a lane each where they are few; otherwise how their events spread, the failed ones and the slowest.</summary>
/// <param name="story">The run.</param>
internal sealed class UserLanes(RunStory story)
{
    /// <summary>The lanes.</summary>
    public IEnumerable<Lane> All() => story.Scenarios.SelectMany(Of);

    private IEnumerable<Lane> Of(ScenarioTrack scenario) =>
        [.. scenario.IsCrowd ? SpreadLanes.Of(scenario) : [], .. scenario.Shown.Select(user => Of(scenario, user))];

    private Lane Of(ScenarioTrack scenario, UserTrack user)
    {
        var name = $"{(story.Scenarios.Count > 1 ? scenario.Name + ", " : "")}user {user.User} {(user.Passed ? "passed" : "failed")}";
        return new(
            name,
            user.Sent is { } sent ? [.. Wait(user, sent), .. user.Steps.Select(step => Of(step, sent)), .. Broken(user, sent)] : []
        );
    }

    private static IEnumerable<Mark> Wait(UserTrack user, double sent) =>
        user.Took > 0
            ? [new(Shape.Bar, Tone.Soft, sent, sent + user.Took, $"{Times.Seconds(user.Took)} from sending to the last event")]
            : [];

    private static Mark Of(UserStep step, double sent) =>
        Mark.At(
            Shape.Dot,
            step.IsEnd ? Tone.Bad : Tone.Good,
            sent + step.After,
            step.After > 0 ? $"{step.Label}, {Times.Seconds(step.After)} after sending" : $"{step.Label} at {Times.Seconds(sent)}"
        );

    private static IEnumerable<Mark> Broken(UserTrack user, double sent) => user.Violations.Select(violation => Of(violation, sent));

    private static Mark Of(UserViolation violation, double sent) =>
        Mark.At(
            Shape.Cross,
            Tone.Bad,
            sent + (violation.After ?? 0),
            $"broke {violation.Rule}{(violation.Event.Length > 0 ? $", {violation.Event}" : "")}, {Times.Seconds(violation.After ?? 0)} after sending"
        );
}
