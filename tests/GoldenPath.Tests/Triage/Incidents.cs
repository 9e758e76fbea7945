using GoldenPath.Runs;
using GoldenPath.Triage;

namespace GoldenPath.Tests.Triage;

/// <summary>Incidents to tell trackers and readers about.</summary>
internal static class Incidents
{
    public static DateTimeOffset Noon { get; } = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);

    /// <summary>The incident that the project started from, as a run of the pipeline sees it: the backend crashed before it listened.</summary>
    public static Incident Crash(string runId = "20261122-120000-abcd", string commit = "0123456789abcdef0123456789abcdef01234567") =>
        new()
        {
            Run = Run(runId),
            Diagnosis = Diagnosis,
            Severity = "P0",
            Scenario = "golden-path",
            FailureText = "backend\nbackend exited with code 139 before it listened on port 8002",
            Git = new()
            {
                Commit = commit,
                Branch = "main",
                Repository = "acme/agents",
            },
            Service = "backend",
            Port = 8002,
            MeantPort = 8002,
            ConcernsWebSocket = true,
            Expected = ["backend is ready on port 8002 within 60 s", "ws://localhost:8002/ws accepts the connection"],
            Configuration = "services:\n  backend:\n    port: 8002",
            Environment = [new("System", "Linux 6.1 (X64)"), new("Runner", "local")],
            Logs = [new("logs/backend.log", ["listening soon", "Segmentation fault"], IsWhole: true)],
            RelatedTests = ["golden-path (goldenpath.yml:12)", "dotnet test tests/GoldenPath.SmokeTests"],
            RunFolder = "artifacts/golden-path/" + runId,
        };

    public static DiagnosisResult Diagnosis =>
        new()
        {
            Cause = Causes.ProcessExited,
            Certainty = Certainty.Confirmed,
            Summary = "backend exited with code 139 before it listened on port 8002",
            Chain =
            [
                new(
                    "Why did the path break?",
                    "Nothing listens on port 8002",
                    [new("journal.jsonl:7", "connection refused 127.0.0.1:8002")]
                ),
                new(
                    "Why does nothing listen?",
                    "backend exited with code 139 (SIGSEGV)",
                    [new("logs/backend.log:2", "Segmentation fault")]
                ),
            ],
            RuledOut = [Causes.PortInUse],
            Remedies = [new("Start the backend alone and read its output.", "dotnet src/AgentBackend/bin/AgentBackend.dll")],
        };

    public static RunResult Run(string runId) =>
        new()
        {
            RunId = runId,
            Name = "agent-golden-path",
            Verdict = Verdict.Environment,
            ExitCode = 2,
            StartedAt = Noon,
            DurationMs = 1400,
            Stages =
            [
                new("StartServices", StageOutcome.Succeeded, 10, 300),
                new("WaitForPort8002", StageOutcome.Failed, 310, 900),
                new("SmokeTests", StageOutcome.Skipped, 1210, 0),
            ],
            Services = [new("backend", "process", "http://127.0.0.1:8002", null, new(4711, null, Verified: false))],
        };

    /// <summary>The same with a failed scenario after all was ready.</summary>
    public static Incident FailedScenario(string error) =>
        Crash() with
        {
            Run = Run("20261122-120000-abcd") with
            {
                Verdict = Verdict.Product,
                Smoke = new()
                {
                    Total = 3,
                    Passed = 2,
                    Failed = 1,
                    Failures = [new("golden-path", "goldenpath.yml:12", error)],
                },
            },
            FailedTest = new("golden-path", "goldenpath.yml:12", error),
        };

    /// <summary>The crash with a text from outside in every place that can hold one.</summary>
    public static Incident WithTextEverywhere(string text) =>
        Crash() with
        {
            Run = Run("run-1") with
            {
                Name = text,
                Verdict = Verdict.Product,
                Stages = [new(text, StageOutcome.Failed, 0, 5)],
                Services = [new(text, text, text, 3, new(1, text, Verified: true))],
                Smoke = new()
                {
                    Total = 1,
                    Failed = 1,
                    Failures = [new(text, text, text)],
                },
            },
            Diagnosis = new()
            {
                Cause = text,
                Certainty = Certainty.Likely,
                Summary = text,
                Chain = [new(text, text, [new(text, text)])],
                RuledOut = [text],
                Remedies = [new(text, text)],
            },
            Scenario = text,
            FailureText = text,
            FailedTest = new(text, text, text),
            Service = text,
            Git = new() { Commit = text, Branch = text },
            Expected = [text],
            Configuration = text,
            Environment = [new(text, text)],
            Logs = [new(text, text.Split('\n'), IsWhole: false)],
            RelatedTests = [text],
        };
}
