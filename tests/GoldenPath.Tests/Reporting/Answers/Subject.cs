using GoldenPath.Reporting.Answers;
using GoldenPath.Runs;

namespace GoldenPath.Tests.Reporting.Answers;

/// <summary>A run that is over; green unless it says otherwise.</summary>
internal sealed record Subject
{
    public Verdict Verdict { get; init; } = Verdict.Passed;

    public int ExitCode { get; init; }

    public SmokeResult Smoke { get; init; } = new();

    public DiagnosisResult? Diagnosis { get; init; }

    public Failure? Failure { get; init; }

    public IssueResult Issue { get; init; } = new();

    public TeardownResult? Teardown { get; init; }

    public IReadOnlyList<string> Running { get; init; } = [];

    public IReadOnlyList<string> Lines => Of().Lines();

    public Answer Of() =>
        new RunAnswer(
            new()
            {
                Run = new()
                {
                    RunId = "r1",
                    Name = "spec",
                    StartedAt = DateTimeOffset.UnixEpoch,
                    Verdict = Verdict,
                    Services = [new("backend", "process", "http://127.0.0.1:8002", 412, new(7, null, Verified: true))],
                    Smoke = Smoke,
                    Diagnosis = Diagnosis,
                    Issue = Issue,
                    Teardown = Teardown,
                },
                ExitCode = ExitCode,
                Failure = Failure,
                Folder = new("/here/runs", "r1"),
                Took = TimeSpan.FromMilliseconds(5_340),
                Running = Running,
                Command = "./build.sh",
                Here = "/here",
            }
        ).Write();
}
