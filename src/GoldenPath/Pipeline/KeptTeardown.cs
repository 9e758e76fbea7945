using GoldenPath.Guard.Redaction;
using GoldenPath.Runs;
using GoldenPath.Services;

namespace GoldenPath.Pipeline;

/// <summary>The teardown as a command of its own: ends what earlier commands of the checkout left running, and completes their results.</summary>
/// <param name="leases">What runs left.</param>
/// <param name="root">The root of the checkout.</param>
/// <param name="console">Where a person is told what goes on.</param>
/// <param name="time">Where time comes from.</param>
internal sealed class KeptTeardown(LeaseRegistry leases, string root, IRunConsole console, TimeProvider time)
{
    /// <summary>Ends them. A quiet success where nothing runs.</summary>
    /// <param name="hurry">Ends all grace.</param>
    /// <exception cref="PipelineException">Something is left.</exception>
    public async Task RunAsync(CancellationToken hurry)
    {
        var kept = leases.Kept(root);
        var report = await leases.TeardownAsync(root, hurry);
        foreach (var lease in kept)
        {
            Complete(new RunFolder(Path.GetDirectoryName(lease.RunFolder)!, lease.RunId), report);
        }

        if (!report.Verified)
        {
            throw new PipelineException(RunTeardown.Failed(report.Leftovers));
        }

        console.Information(
            kept.Count == 0
                ? "Nothing to tear down."
                : $"Stopped and verified in {Elapsed.Text(TimeSpan.FromMilliseconds(report.DurationMs))}: nothing is left running."
        );
    }

    private void Complete(RunFolder folder, TeardownResult report)
    {
        if (RunJson.TryRead(folder.ResultFile) is { } result)
        {
            var now = (long)(time.GetUtcNow() - result.StartedAt).TotalMilliseconds;
            var outcome = report.Verified ? StageOutcome.Succeeded : StageOutcome.Failed;
            new ResultWriter(folder, Redactor.FromEnvironment()).Write(
                result with
                {
                    DurationMs = now,
                    Stages = [.. result.Stages, new(Stages.Teardown, outcome, now - report.DurationMs, report.DurationMs)],
                    Teardown = report,
                }
            );
        }
    }
}
