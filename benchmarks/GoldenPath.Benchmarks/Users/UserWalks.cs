using GoldenPath.Guard.Redaction;
using GoldenPath.Runs;
using GoldenPath.Scenarios;
using GoldenPath.Scenarios.Recording;
using GoldenPath.Scenarios.Walking;

namespace GoldenPath.Benchmarks.Users;

/// <summary>Lets users walk as a pipeline run would: every frame recorded, redacted, written and judged.</summary>
internal sealed class UserWalks(Target target)
{
    /// <summary>Lets a number of them walk side by side.</summary>
    public async Task<Round> WalkAsync(int users, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("golden-path-users-");
        try
        {
            var redactor = new Redactor();
            using var journal = new FrameJournal(
                Path.Combine(folder.FullName, "frames.jsonl"),
                new RunClock(TimeProvider.System),
                redactor.Redact
            );
            var (own, backend) = (Usage.Own, target.Backend?.Usage);
            var result = await new ScenarioRunner(journal, redactor).WalkAsync(
                target.Scenario with
                {
                    Users = users,
                },
                new ScenarioSettings { Fill = target.Fill },
                cancellationToken
            );
            return new Round(result, Usage.Own.Since(own), backend is { } before ? target.Backend!.Usage.Since(before) : null);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
