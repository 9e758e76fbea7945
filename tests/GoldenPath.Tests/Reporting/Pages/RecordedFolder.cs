using System.Text.Json.Nodes;
using GoldenPath.Guard.Redaction;
using GoldenPath.Reporting.Pages;
using GoldenPath.Runs;
using GoldenPath.Tests.Triage;

namespace GoldenPath.Tests.Reporting.Pages;

/// <summary>A run folder as a run leaves it, and its page.</summary>
internal sealed class RecordedFolder : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly List<string> _journal = [];
    private readonly List<string> _frames = [];

    public RecordedFolder() => Directory.CreateDirectory(Folder.Path);

    public RunFolder Folder => new(_folder.Path, "run-7");

    /// <summary>A run whose backend crashed before it listened: the log tells why in its third line.</summary>
    public static (RecordedFolder Folder, RunResult Run) Crashed()
    {
        var folder = new RecordedFolder();
        folder.Write(
            "logs/backend.log",
            "12:00:00.100 starting",
            "12:00:00.200 loading",
            "12:00:00.300 Segmentation fault",
            "12:00:00.310 core dumped"
        );
        folder.Write("issue.md", "---\ntitle: \"[P0] golden path\"\n---\n\nThe body of the issue.");
        folder.Tell(100, "service", "backend started", new() { ["service"] = "backend", ["pid"] = 4711 });
        folder.Tell(320, "service", "backend exited with code 139", new() { ["service"] = "backend", ["ended"] = true });
        folder.Tell(
            1200,
            "readiness",
            "backend: refused × 9",
            new()
            {
                ["service"] = "backend",
                ["ready"] = false,
                ["asked"] = 90,
                ["probes"] = new JsonArray(Probe("refused", 10, 230, false)),
            }
        );
        folder.Tell(1210, "failure", "backend exited with code 139 before it listened on port 8002");
        var diagnosis = Incidents.Diagnosis with
        {
            Chain =
            [
                new(
                    "Why did WaitForPort8002 fail?",
                    "backend exited with code 139 before it listened on port 8002",
                    [new("journal.jsonl:4", "backend exited with code 139 before it listened on port 8002")]
                ),
                new(
                    "Why did it exit?",
                    "It accessed memory that is not its own.",
                    [new("logs/backend.log:3", "12:00:00.300 Segmentation fault")]
                ),
            ],
        };
        return (folder, Incidents.Run("run-7") with { Diagnosis = diagnosis });
    }

    /// <summary>A run in which all is well: a probe, users with five events each, two tests.</summary>
    public static (RecordedFolder Folder, RunResult Run) Green(int users = 2, int failed = 0, int frames = 5)
    {
        var folder = new RecordedFolder();
        folder.Write("logs/backend.log", "info: listening");
        folder.Tell(20, "service", "backend started", new() { ["service"] = "backend" });
        folder.Tell(
            900,
            "readiness",
            "backend: ready",
            new()
            {
                ["service"] = "backend",
                ["ready"] = true,
                ["asked"] = 10,
                ["probes"] = new JsonArray(Probe("refused", 20, 500, false), Probe("200", 800, 800, true)),
            }
        );
        folder.Tell(920, "smoke", "scenario golden-path");
        foreach (var user in Enumerable.Range(1, users))
        {
            folder.Walk(user, user > users - failed, frames);
        }

        folder.Tell(
            1100,
            "test",
            "passed: a",
            new()
            {
                ["name"] = "Specs.A",
                ["outcome"] = "passed",
                ["command"] = "tests.2",
                ["began"] = 1010,
                ["took"] = 25,
            }
        );
        folder.Tell(
            1100,
            "test",
            "passed: b",
            new()
            {
                ["name"] = "Specs.B",
                ["outcome"] = "passed",
                ["command"] = "tests.2",
                ["began"] = 1020,
                ["took"] = 60,
            }
        );
        var run = Incidents.Run("run-7") with
        {
            Verdict = Verdict.Passed,
            ExitCode = 0,
            Services = [new("backend", "process", "http://127.0.0.1:8002", 890, new(4711, null, Verified: true))],
            Stages =
            [
                new("StartServices", StageOutcome.Succeeded, 10, 20),
                new("WaitForPort8002", StageOutcome.Succeeded, 30, 870),
                new("SmokeTests", StageOutcome.Succeeded, 910, 400),
            ],
            Smoke = new() { Total = 3, Passed = 3 },
            Teardown = new(Verified: true, 12, []),
        };
        return (folder, run);
    }

    /// <summary>A run in which some users never got their answer.</summary>
    public static (RecordedFolder Folder, RunResult Run) Unanswered(int users, int failed, int frames = 5)
    {
        var (folder, run) = Green(users, failed, frames);
        var summary = "scenario 'golden-path': user 3: agent_completed did not come within 0.3 s";
        folder.Tell(1310, "failure", summary);
        return (
            folder,
            run with
            {
                Verdict = Verdict.Product,
                ExitCode = 1,
                Smoke = new()
                {
                    Total = 3,
                    Passed = 2,
                    Failed = 1,
                    Failures = [new("golden-path", "goldenpath.yml:12", summary)],
                },
                Diagnosis = new()
                {
                    Cause = Causes.EventsMissing,
                    Certainty = Certainty.Confirmed,
                    Summary = summary,
                    Chain = [new("Why did SmokeTests fail?", summary, [new("frames.jsonl:2", "agent_started")])],
                },
            }
        );
    }

    public void Write(string name, params IEnumerable<string> lines) => _folder.Write("run-7/" + name, lines);

    /// <summary>Adds an entry to the journal.</summary>
    public void Tell(double ms, string kind, string text, JsonObject? facts = null)
    {
        var entry = new JsonObject
        {
            ["ms"] = ms,
            ["kind"] = kind,
            ["text"] = text,
        };
        foreach (var (name, value) in facts ?? [])
        {
            entry[name] = value?.DeepClone();
        }

        _journal.Add(entry.ToJsonString());
    }

    /// <summary>Adds a frame.</summary>
    public void Frame(JsonObject frame) => _frames.Add(frame.ToJsonString());

    public string Page(RunResult run, Redactor? redactor = null)
    {
        File.WriteAllLines(Folder.JournalFile, _journal);
        File.WriteAllLines(Folder.FramesFile, _frames);
        File.Delete(Folder.PageFile);
        return new RunPage(redactor ?? new Redactor()).Render(run, Folder);
    }

    /// <summary>Writes the page and gives its address.</summary>
    public Uri Written(RunResult run) => new(_folder.Write("run-7/report.html", Page(run)));

    public void Dispose() => _folder.Dispose();

    private static JsonObject Probe(string answer, double first, double last, bool ready) =>
        new()
        {
            ["probe"] = "HTTP",
            ["address"] = "127.0.0.1",
            ["answer"] = answer,
            ["ready"] = ready,
            ["count"] = 9,
            ["first"] = first,
            ["last"] = last,
        };

    private void Walk(int user, bool fails, int frames)
    {
        string[] events =
        [
            "sent",
            "agent_started",
            "agent_thinking",
            "tool_executing",
            "tool_completed",
            .. fails ? [] : (string[])["agent_completed"],
        ];
        var sent = 930 + (user % 50);
        foreach (var number in Enumerable.Range(0, frames))
        {
            var name = events[Math.Min(number, events.Length - 1)];
            _frames.Add(
                $$"""{"n":{{_frames.Count + 1}},"scenario":"golden-path","user":{{user}},"connection":1,"ms":{{sent + number}},"dir":"{{(number == 0 ? "out" : "in")}}","type":"text","size":40,"text":"{\"type\":\"{{name}}\",\"run_id\":\"r{{user}}\"}"}"""
            );
        }

        Tell(
            1000,
            "session",
            $"golden-path, user {user}",
            new()
            {
                ["scenario"] = "golden-path",
                ["user"] = user,
                ["passed"] = !fails,
                ["sent"] = sent,
                ["steps"] = new JsonArray([
                    .. events.Select(
                        (name, index) =>
                            new JsonObject
                            {
                                ["name"] = name,
                                ["at"] = index * 7,
                                ["times"] = 1,
                            }
                    ),
                ]),
                ["violations"] = fails
                    ? new JsonArray(
                        new JsonObject
                        {
                            ["rule"] = "deadlines",
                            ["cause"] = "events.missing",
                            ["event"] = "agent_completed",
                            ["text"] = "agent_completed did not come within 0.3 s",
                            ["at"] = 300,
                        }
                    )
                    : new JsonArray(),
            }
        );
    }
}
