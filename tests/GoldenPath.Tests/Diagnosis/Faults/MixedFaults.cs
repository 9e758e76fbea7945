using System.Net;
using GoldenPath.Tests.Diagnosis.Matrix;
using static GoldenPath.Causes;
using static GoldenPath.Tests.Diagnosis.Matrix.Scene;

namespace GoldenPath.Tests.Diagnosis.Faults;

/// <summary>Two things that are wrong at once.</summary>
internal static class MixedFaults
{
    private const string Patient = "http: /health, timeout: 20s";

    public static IReadOnlyList<Fault> All { get; } =
    [
        new(
            "dies-and-its-port-is-taken",
            ProcessExited,
            scene =>
                scene.Service(
                    scene.Shell(
                        "until [ -e taken ]; do sleep 0.02; done; echo 'fatal: schema version 12 is required, found 9' >&2; exit " + "3"
                    ),
                    Patient
                )
        )
        {
            Hard = "the other one answers in its place",
            Meanwhile = TakeAsync,
        },
        new("loses-the-race-for-its-port", PortInUse, scene => scene.Service(Node("delay=500"), "log: never, http: /health, timeout: 20s"))
        {
            Needs = ["node"],
            Also = [PortNotOurs],
            Meanwhile = async (scene, end) => scene.Hold(IPAddress.IPv6Any, await scene.PortOfAsync("backend", end)),
        },
        new(
            "killed-while-an-unrelated-test-fails",
            ProcessKilled,
            scene =>
                scene
                    .Service(Node(), Patient)
                    .Test(
                        scene.Tests(
                            TestFaults
                                .Results(
                                    """<testcase classname="billing" name="invoice_is_rounded"><failure message="assert 41.99 == 42.00"/></testcase>""",
                                    1
                                )
                                .Replace("exit 1", "sleep 0.6; exit 1", StringComparison.Ordinal)
                        )
                    )
        )
        {
            Needs = ["node"],
            Also = [TestsFailed],
            ExitCode = 1,
            Meanwhile = KillWhenTestedAsync,
        },
        new(
            "scenario-and-test-fail",
            EventsCannedAnswer,
            scene =>
                scene
                    .Service(Node("canned"), Patient)
                    .Walk()
                    .Test(
                        scene.Tests(
                            TestFaults.Results(
                                """<testcase classname="chat" name="answers"><failure message="answer is canned"/></testcase>""",
                                1
                            )
                        )
                    )
        )
        {
            Needs = ["node"],
            Also = [TestsFailed],
            ExitCode = 1,
        },
        new(
            "one-dies-the-other-waits-for-it",
            ProcessExited,
            scene =>
                scene
                    .Service(
                        scene.Shell("sleep 0.2; echo 'FATAL: could not open relation mapping file' >&2; exit 1", "database"),
                        "log: accepting connections, " + "timeout: 20s",
                        name: "database"
                    )
                    .Service(scene.Shell("while :; do echo 'waiting for database: connection refused' >&2; sleep 0.1; done"), Patient)
        )
        {
            Also = [DependencyUnreachable],
        },
        new(
            "one-hangs-the-other-is-well",
            PortNotListening,
            scene => scene.Service(Node(), Patient).Service(scene.Shell("exec sleep 60", "worker"), "timeout: 1s", name: "worker")
        )
        {
            Needs = ["node"],
        },
        new(
            "database-refused-and-variable-warned",
            DependencyUnreachable,
            scene =>
                scene.Service(
                    Node("warn=WARNING: SENTRY_DSN is not set, errors are not reported", $"needs=127.0.0.1:{scene.FreePort()}"),
                    Patient
                )
        )
        {
            Needs = ["node"],
        },
        new(
            "unhealthy-and-on-a-half-full-port",
            HttpUnhealthy,
            scene =>
                scene.Service(
                    Node("health=500", "reason=the prompt registry is empty"),
                    "http: /health, timeout: 3s",
                    environment: "HOST: 127.0.0.1"
                )
        )
        {
            Needs = ["node"],
        },
        new(
            "seed-incident",
            ServiceNotStarted,
            scene =>
            {
                var port = scene.FreePort();
                scene.Mentions.Add($"{port}");
                scene
                    .External(port, "websocket: /ws, timeout: 700ms")
                    .Walk()
                    .Test(
                        scene.Tests(
                            $"echo \"[Errno 61] Connect call failed ('::1', {port}, 0, 0)\"; echo \"[Errno 61] Connect call failed ('127.0.0.1', {port})\"; exit 1"
                        )
                    );
            }
        ),
    ];

    private static async Task TakeAsync(Scene scene, CancellationToken end)
    {
        scene.Hold(IPAddress.Loopback, await scene.PortOfAsync("backend", end));
        scene.Write("taken", "");
    }

    private static async Task KillWhenTestedAsync(Scene scene, CancellationToken end)
    {
        await scene.Console.MatchAsync("^(Running) ", end);
        Kill(await scene.PidOfAsync("backend", end), "KILL");
    }
}
