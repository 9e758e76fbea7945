using GoldenPath.Triage;

namespace GoldenPath.Tests.Triage;

[Trait(Speed.Name, Speed.Quick)]
public sealed class IncidentLabelsSpecs
{
    private static readonly string[] Severities = ["P0", "P1", "P2", "P3"];

    [Spec]
    public Task A_service_that_could_not_start_is_infrastructure()
    {
        Assert.Equal(["P0", "golden-path", "infrastructure", "websocket", "auto-filed"], Names(Incidents.Crash()));
        return Task.CompletedTask;
    }

    [Spec]
    public Task A_failed_scenario_is_a_failed_test_of_the_product()
    {
        Assert.Equal(
            ["P0", "golden-path", "test-failure", "product", "websocket", "auto-filed"],
            Names(Incidents.FailedScenario("no answer"))
        );
        return Task.CompletedTask;
    }

    [Spec]
    public Task Configured_labels_are_added_once_and_never_too_long()
    {
        var incident = Incidents.Crash() with
        {
            Severity = "P2",
            ConcernsWebSocket = false,
            ConfiguredLabels = ["Golden-Path", " team-chat ", "", new string('x', 80)],
        };
        Assert.Equal(["P2", "golden-path", "infrastructure", "auto-filed", "team-chat", new string('x', 50)], Names(incident));
        return Task.CompletedTask;
    }

    [Spec]
    public Task Every_label_can_be_created()
    {
        LabelDefinition[] labels =
        [
            .. Severities.SelectMany(severity => (Incidents.FailedScenario("x") with { Severity = severity }).Labels),
            .. Incidents.Crash().Labels,
            IncidentLabels.Flaky,
            IncidentLabels.Quiet,
        ];
        Assert.All(
            labels,
            label =>
            {
                Assert.Matches("^[0-9a-f]{6}$", label.Color);
                Assert.InRange(label.Description.Length, 1, LabelDefinition.LongestDescription);
                Assert.InRange(label.Name.Length, 1, LabelDefinition.LongestName);
            }
        );
        return Task.CompletedTask;
    }

    private static IEnumerable<string> Names(Incident incident)
    {
        Assert.NotEqual(Verdict.Passed, incident.Run.Verdict);
        return incident.Labels.Select(label => label.Name);
    }
}
