using GoldenPath.Configuration;
using GoldenPath.Readiness;
using GoldenPath.Runs;
using GoldenPath.Scenarios;
using GoldenPath.Scenarios.Recording;
using GoldenPath.Scenarios.Walking;

namespace GoldenPath.Pipeline;

/// <summary>The stage that walks the scenarios and runs the test commands.</summary>
/// <remarks>All steps run, also after one has failed: what still works narrows the cause down.</remarks>
/// <param name="session">The run.</param>
/// <param name="services">The services, ready.</param>
/// <param name="console">Where a person is told what goes on.</param>
internal sealed class SmokeStage(RunSession session, ServiceStage services, IRunConsole console)
{
    private const int MostNamed = 5;

    /// <summary>Runs every step.</summary>
    /// <exception cref="PipelineException">One failed, nothing was proved, or a service ended meanwhile.</exception>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        Failure? first = null;
        foreach (var (number, step) in session.Definition!.Smoke.Index())
        {
            var (counts, failure) = await RunAsync(step, number + 1, first, cancellationToken);
            Tell(failure, first);
            session.Record.Smoke = session.Record.Smoke.Plus(counts);
            first = Decisive(first, failure);
        }

        cancellationToken.ThrowIfCancellationRequested();
        if (await services.EndedAsync(first is not null) is { } ended)
        {
            first = await TieAsync(ended, first, cancellationToken);
        }

        first ??= session.Record.Smoke.Passed == 0 ? NothingProved : null;
        if (first is not null)
        {
            throw new PipelineException(first);
        }

        session.Record.Proved = true;
    }

    private static Failure NothingProved =>
        new()
        {
            Cause = Causes.TestsNoneRan,
            Summary = "No test ran, so nothing was proved.",
            Remedies = [new Remedy("Declare a scenario or a test command under 'smoke:' that runs at least one test.")],
        };

    // A step that proves nothing hides no failure that is certain, whichever came first.
    private static Failure? Decisive(Failure? earlier, Failure? later) =>
        earlier is null || (!IsCertain(earlier) && later is not null && IsCertain(later)) ? later : earlier;

    private static bool IsCertain(Failure failure) => Verdicts.Of(Stages.SmokeTests, failure) != Verdict.Inconclusive;

    // The end of a service is why the test failed; what the test saw stays as evidence.
    private static async Task<Failure> TieAsync(ServiceEnd ended, Failure? test, CancellationToken cancellationToken)
    {
        var end = await ServiceWatch.DescribeAsync(ended, test?.Test, cancellationToken);
        return test is null
            ? end
            : end with
            {
                Details = [.. end.Details, test.Summary, .. test.Details],
                Evidence = [.. end.Evidence, .. test.Evidence],
            };
    }

    // Where a step breaks the pipeline itself, such as on a full disk, what an earlier one proved still decides.
    private async Task<(SmokeResult Counts, Failure? Failure)> RunAsync(
        SmokeStep step,
        int number,
        Failure? earlier,
        CancellationToken cancellationToken
    )
    {
        try
        {
            return await RunAsync(step, number, cancellationToken);
        }
        catch (Exception surprise) when (earlier is not null && surprise is not (OperationCanceledException or OutOfMemoryException))
        {
            console.Warning($"Step {number} of 'smoke:' could not be ended: {surprise.GetType().Name}: {surprise.Message}");
            return (new SmokeResult(), null);
        }
    }

    private async Task<(SmokeResult Counts, Failure? Failure)> RunAsync(SmokeStep step, int number, CancellationToken cancellationToken)
    {
        session.Journal.Write(
            "smoke",
            step is ScenarioStep named ? $"scenario {named.Scenario}" : $"command {string.Join(' ', ((CommandStep)step).Command)}"
        );
        var (counts, failure) = step switch
        {
            ScenarioStep walk => await WalkAsync(
                session.Definition!.Scenarios.First(scenario => scenario.Name == walk.Scenario),
                cancellationToken
            ),
            CommandStep command => await TestAsync(command, number, cancellationToken),
            _ => throw new InvalidOperationException($"{step.GetType().Name} is no step."),
        };
        return (counts, failure);
    }

    // What the first one failed by, the end of the run tells.
    private void Tell(Failure? failure, Failure? earlier)
    {
        if (failure is null)
        {
            return;
        }

        Action<string> line = earlier is null ? console.Detail : console.Error;
        line(failure.Summary);
        foreach (var detail in failure.Details)
        {
            console.Detail("  " + detail);
        }
    }

    private async Task<(SmokeResult Counts, Failure? Failure)> WalkAsync(ScenarioDefinition scenario, CancellationToken cancellationToken)
    {
        if (scenario.Connect.Trust.Insecure)
        {
            console.Warning(
                $"{scenario.Name}: the certificate is NOT checked (connect: {{ insecure: true }}): anybody could answer in the service's place."
            );
        }

        using var frames = new FrameJournal(session.Folder.FramesFile, session.Clock, session.Redactor.Redact);
        var settings = new ScenarioSettings
        {
            Fill = text => services.Urls.Complete(Placeholders.FillRun(text, services.Values)),
            Budget = session.Remaining,
            Console = console,
        };
        var result = await new ScenarioRunner(frames, session.Redactor).WalkAsync(scenario, settings, cancellationToken);
        SessionJournal.Write(session.Journal, result);
        var users = scenario.Users == 1 ? "" : $", {scenario.Users} users";
        if (result.Failure is not { } failure)
        {
            console.Information($"{scenario.Name}: passed in {Elapsed.Text(result.Duration)}{users}");
            foreach (var line in result.Details)
            {
                console.Detail("  " + line);
            }

            return (new SmokeResult { Total = 1, Passed = 1 }, null);
        }

        console.Error($"{scenario.Name}: failed after {Elapsed.Text(result.Duration)}{users}");
        var test = new TestFailure(scenario.Name, $"{Path.GetFileName(session.Definition!.File)}:{scenario.Line}", failure.Summary);
        return (
            new SmokeResult
            {
                Total = 1,
                Failed = 1,
                Failures = [test],
            },
            failure with
            {
                Test = scenario.Name,
            }
        );
    }

    private async Task<(SmokeResult Counts, Failure? Failure)> TestAsync(CommandStep step, int number, CancellationToken cancellationToken)
    {
        var (counts, failure) = await new TestCommand(session, services, console).RunAsync(step, number, cancellationToken);
        console.Information(
            $"{counts.Total} {(counts.Total == 1 ? "test" : "tests")}: {counts.Passed} passed, {counts.Failed} failed, {counts.Skipped} skipped"
        );
        if (counts.Flaky > 0)
        {
            console.Warning($"Flaky, failed first and passed when run again: {Flaky(counts)}");
        }

        var redacted = counts.Failures.Select(test =>
            test with
            {
                File = test.File is null ? null : session.Redactor.Redact(test.File),
                Error = session.Redactor.Redact(test.Error),
            }
        );
        return (counts with { Failures = [.. redacted] }, failure);
    }

    private static string Flaky(SmokeResult counts) =>
        string.Join(", ", counts.FlakyTests.Take(MostNamed)) + (counts.Flaky > MostNamed ? $" and {counts.Flaky - MostNamed} more" : "");
}
