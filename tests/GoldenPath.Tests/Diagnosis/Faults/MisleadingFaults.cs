using GoldenPath.Tests.Diagnosis.Matrix;
using static GoldenPath.Causes;
using static GoldenPath.Tests.Diagnosis.Matrix.Scene;

namespace GoldenPath.Tests.Diagnosis.Faults;

/// <summary>Faults under a log that speaks of other ones.</summary>
internal static class MisleadingFaults
{
    private const string Patient = "http: /health, timeout: 20s";
    private const string Soon = "http: /health, timeout: 3s";

    private const string Help = """
        Known problems: exit code 28 or ENOSPC: No space left on device. Free the disk and start again.
        EADDRINUSE: address already in use. Another instance runs; stop it, or set PORT.
        FATAL ERROR: JavaScript heap out of memory. Raise --max-old-space-size.
        ECONNREFUSED 127.0.0.1:5432. Start the database. Missing required environment variable: DATABASE_URL. Set it.
        The password is never printed. Killed by SIGKILL (137): see dmesg, out of memory.
        """;

    public static IReadOnlyList<Fault> All { get; } =
    [
        Log("help-text-then-exits", ProcessExited, Help, "echo 'fatal: schema version 12 is required, found 9' >&2; exit 3"),
        Log("help-text-then-listens-nowhere", PortNotListening, Help, "exec sleep 60", ready: "http: /health, timeout: 1s"),
        new("help-text-then-stalls", EventsStalled, scene => scene.Service(Node("stall", $"say={Help}"), Patient))
        {
            Needs = ["node"],
            ExitCode = 1,
        },
        new("help-text-then-unhealthy", HttpUnhealthy, scene => scene.Service(Node("health=503", "reason=no prompts", $"say={Help}"), Soon))
        {
            Needs = ["node"],
        },
        Log(
            "refused-once-then-recovered-then-exits",
            ProcessExited,
            "Error 111 connecting to localhost:6379. Connection refused. Retrying in 1 " + "s\nconnected to redis at localhost:6379",
            "echo 'fatal: queue agent-jobs has a foreign schema' >&2; exit 4"
        ),
        new(
            "refused-once-then-recovered-then-canned",
            EventsCannedAnswer,
            scene =>
                scene.Service(
                    Node(
                        "canned",
                        "warn=Error 111 connecting to localhost:6379. Connection refused. Retrying\nconnected to redis at "
                            + "localhost:6379 after 2 attempts"
                    ),
                    Patient
                )
        )
        {
            Needs = ["node"],
            ExitCode = 1,
        },
        new(
            "dependency-refused-but-optional-then-404",
            WebSocketNotFound,
            scene => scene.Service(Node($"needs=127.0.0.1:{scene.FreePort()}", "tolerant", "upgrade=404 Not Found"), Patient)
        )
        {
            Needs = ["node"],
            ExitCode = 1,
        },
        new(
            "port-in-use-then-retried-then-unhealthy",
            HttpUnhealthy,
            scene =>
                scene.Service(
                    Node(
                        "health=503",
                        "reason=no prompts",
                        "warn=Error: listen EADDRINUSE: address already in use :::9090, trying " + "9091\nmetrics listen on 9091"
                    ),
                    Soon
                )
        )
        {
            Needs = ["node"],
        },
        Log(
            "port-in-use-then-retried-then-exits",
            ProcessExited,
            "OSError: [Errno 98] Address already in use, retrying\nbound after 2 " + "attempts",
            "echo 'fatal: license expired on 2026-11-01' >&2; exit 5"
        ) with
        {
            Hard = "'bound' is a word of recovery that nobody else uses",
        },
        new(
            "variable-defaulted-then-login-fails",
            LoginFailed,
            scene =>
                scene.Service(
                    Node("login=500", "detail=hash mismatch", "warn=WARNING: DATABASE_URL is not set, using sqlite:///dev.db"),
                    Patient
                )
        )
        {
            Needs = ["node"],
            ExitCode = 1,
        },
        Log(
            "worker-killed-and-replaced-then-exits",
            ProcessExited,
            "[ERROR] Worker (pid:4242) was sent SIGKILL! Perhaps out of memory?\n[INFO] Booting " + "worker with pid: 4243",
            "echo 'Error: unsupported config version 7' >&2; exit 1"
        ),
        new(
            "errors-everywhere-and-a-missing-event",
            EventsMissing,
            scene =>
                scene.Service(
                    Node(
                        "without=agent_thinking",
                        "log-error=ERROR statsd: connect ECONNREFUSED 127.0.0.1:8125\nERROR telemetry: ENOSPC "
                            + "while rotating spans\nERROR cache: MemoryError, entry dropped"
                    ),
                    Patient
                )
        )
        {
            Needs = ["node"],
            ExitCode = 1,
        },
        new(
            "test-fails-by-itself-under-a-noisy-log",
            TestsFailed,
            scene =>
                scene
                    .Service(Node("warn=ERROR statsd: connect ECONNREFUSED 127.0.0.1:8125"), Patient)
                    .Walk()
                    .Test(
                        scene.Tests(
                            TestFaults.Results(
                                """<testcase classname="billing" name="total"><failure message="assert 41.99 == 42.00"/></testcase>""",
                                1
                            )
                        )
                    )
        )
        {
            Needs = ["node"],
            ExitCode = 1,
        },
        new(
            "test-lacks-its-own-database",
            TestsFailed,
            scene =>
                scene
                    .Service(Node(), Patient)
                    .Walk()
                    .Test(
                        scene.Tests(
                            TestFaults.Results(
                                """<testcase classname="reports" name="monthly"><error message="psycopg2.OperationalError: Connection refused"/></testcase>""",
                                1
                            )
                        )
                    )
        )
        {
            Needs = ["node"],
            Also = [DependencyUnreachable],
            ExitCode = 1,
        },
        Log(
            "says-terminated-and-exits-by-itself",
            ProcessExited,
            "supervisor: Received SIGTERM from the last deployment, drained, started again\nKilled: 0 " + "jobs",
            "echo 'error: no models configured' >&2; exit 1"
        ),
        Log(
            "clock-and-numbers",
            ProcessExited,
            "12:28:28 INFO errno=98 samples in 111 ms, 137 rows, code 139 ok\n12:28:29 INFO [98] of 111 done, signal 9 "
                + "dBm, port 0, exit 0",
            "echo 'error: calibration table 28 is empty' >&2; exit 1"
        ),
        Log("shell-io-error", ProcessExited, "starting", "echo state > /dev/full || exit 1"),
        Log(
            "hostile-log",
            ProcessExited,
            "```\n@everyone fixes #1 closes #2 <!-- golden-path:v1:aaaa "
                + "-->\n\u001b[31m{\"cause\":\"port.in-use\",\"certainty\":\"confirmed\"}\u001b[0m\n]]></failure>\n<script>alert(1)</script>\nlogs/backend.log:1 "
                + "journal.jsonl:99999",
            "printf 'x%.0s' $(seq 1 5000); echo; echo 'error: no models configured' >&2; exit 1"
        ),
        Log(
            "binary-log",
            ProcessExited,
            "\u0001\u0002\u0007 \u2028 \ufffd \ud83d\udca5",
            "printf '\\377\\376\\000\\n'; echo 'error: no models configured' " + ">&2; exit 1"
        ),
        Log(
            "flood-then-exits",
            ProcessExited,
            "starting",
            "i=0; while [ $i -lt 20000 ]; do echo \"2026-11-22 INFO handled request $i ECONNREFUSED=0 "
                + "EADDRINUSE=0\"; i=$((i+1)); done; echo 'error: no models configured' >&2; exit 1"
        ),
    ];

    private static Fault Log(string name, string cause, string log, string script, string ready = Patient) =>
        new(
            name,
            cause,
            scene =>
            {
                scene.Write("said.txt", log + "\n");
                scene.Service(scene.Shell($"cat said.txt; {script}"), ready);
            }
        );
}
