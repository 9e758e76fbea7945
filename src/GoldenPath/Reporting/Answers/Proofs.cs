using System.Globalization;
using GoldenPath.Configuration;
using GoldenPath.Runs;

namespace GoldenPath.Reporting.Answers;

/// <summary>What a run proved, in a line.</summary>
/// <param name="run">The run.</param>
/// <param name="definition">What it was asked to prove.</param>
internal sealed class Proofs(RunResult run, PipelineDefinition? definition)
{
    private const int MostNamed = 3;

    /// <summary>The line; empty where nothing was proved.</summary>
    public string Text => string.Join("; ", new[] { Services(), Scenarios(), Tests() }.Where(text => text.Length > 0));

    private string Services()
    {
        var ready = run.Services.Where(service => service.ReadyAfterMs is not null).ToList();
        if (ready.Count <= MostNamed)
        {
            return string.Join(", ", ready.Select(service => $"{service.Name} ready after {After(service)}"));
        }

        var slowest = ready.MaxBy(service => service.ReadyAfterMs)!;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{ready.Count} services ready, the last ({slowest.Name}) after {After(slowest)}"
        );
    }

    private string Scenarios() =>
        run.Verdict == Verdict.Passed
            ? string.Join(
                ", ",
                Walked.Select(scenario => $"{scenario.Name} walked{(scenario.Users == 1 ? "" : $" by {scenario.Users} users")}")
            )
            : "";

    private string Tests()
    {
        var tests = run.Smoke.Passed - Walked.Count();
        var skipped = run.Smoke.Skipped == 0 ? "" : $", {run.Smoke.Skipped} skipped";
        return run.Verdict != Verdict.Passed || tests <= 0 ? "" : $"{tests} {(tests == 1 ? "test" : "tests")} passed{skipped}";
    }

    private IEnumerable<ScenarioDefinition> Walked =>
        definition?.Smoke.OfType<ScenarioStep>().Select(step => definition.Scenarios.First(scenario => scenario.Name == step.Scenario))
        ?? [];

    private static string After(ServiceResult service) => Elapsed.Text(TimeSpan.FromMilliseconds(service.ReadyAfterMs!.Value));
}
