using GoldenPath.Tests.Diagnosis.Matrix;
using static GoldenPath.Causes;
using static GoldenPath.Tests.Diagnosis.Matrix.Scene;

namespace GoldenPath.Tests.Diagnosis.Faults;

/// <summary>Test commands that fail, hang, or prove nothing, beside a service that is well.</summary>
internal static class TestFaults
{
    private const string Patient = "http: /health, timeout: 20s";

    public static IReadOnlyList<Fault> All { get; } =
    [
        Of(
            "test-fails",
            TestsFailed,
            scene =>
                scene
                    .Walk()
                    .Test(
                        scene.Tests(
                            Results(
                                """<testcase classname="billing" name="invoice_is_rounded"><failure message="41.99 is not 42.00">billing.py:12</failure></testcase>""",
                                1
                            )
                        )
                    )
        ),
        Of(
            "test-fails-alone",
            TestsFailed,
            scene =>
                scene.Test(
                    scene.Tests(
                        Results(
                            """<testcase classname="chat" name="greets"/><testcase classname="chat" name="answers"><failure message="got 3 events"/></testcase>""",
                            1
                        )
                    )
                )
        ),
        Of(
            "test-errors",
            TestsFailed,
            scene =>
                scene
                    .Walk()
                    .Test(
                        scene.Tests(
                            Results(
                                """<testcase classname="chat" name="setup"><error message="fixture 'agent' not found"/></testcase>""",
                                1
                            )
                        )
                    )
        ),
        Of("tests-crash", TestsFailed, scene => scene.Walk().Test(scene.Tests("echo collecting; kill -SEGV $$"))),
        Of(
            "tests-exit-without-results",
            TestsFailed,
            scene => scene.Walk().Test(scene.Tests("echo 'INTERNALERROR> RuntimeError: plugin broke' >&2; exit 3"))
        ),
        Of(
            "tests-green-but-exit-1",
            TestsFailed,
            scene => scene.Walk().Test(scene.Tests(Results("""<testcase classname="chat" name="greets"/>""", 1)))
        ),
        Of("tests-none", TestsNoneRan, scene => scene.Walk().Test(scene.Tests(Results("", 0))), 4),
        Of("tests-without-results", TestsNoneRan, scene => scene.Walk().Test(scene.Tests("echo 'Ran 12 tests, all fine'")), 4),
        Of(
            "tests-all-skipped",
            TestsNoneRan,
            scene =>
                scene
                    .Walk()
                    .Test(
                        scene.Tests(
                            Results("""<testcase classname="chat" name="greets"><skipped message="service not available"/></testcase>""", 0)
                        )
                    ),
            4
        ),
        Of(
            "tests-garbage-results",
            TestsNoneRan,
            scene => scene.Walk().Test(scene.Tests("echo '<testsuite><testcase name=' > \"$1/cut.xml\"")),
            4
        ),
        Of(
            "tests-of-an-earlier-run",
            TestsNoneRan,
            scene =>
            {
                scene.Write("reports/monday.xml", "<testsuite><testcase name=\"old\"/></testsuite>");
                scene.Walk().Test(scene.Tests("exit 0"), results: "reports/*.xml");
            },
            4
        ),
        Of(
            "tests-timed-out",
            TestsTimedOut,
            scene => scene.Walk().Test(scene.Tests("echo waiting for the agent; exec sleep 60"), "timeout: 400ms")
        ),
        Of(
            "tests-out-of-budget",
            TestsTimedOut,
            scene =>
            {
                scene.Budget = TimeSpan.FromSeconds(3);
                scene.Walk().Test(scene.Tests("exec sleep 60"));
            }
        ),
        Of("tests-runner-missing", ExecutableMissing, scene => scene.Walk().Test(["pytest-of-nobody", "-q"]), 2) with
        {
            OtherExitCodes = [1],
        },
        Of("tests-runner-missing-in-the-script", TestsFailed, scene => scene.Walk().Test(scene.Tests("pytest-of-nobody -q"))) with
        {
            Also = [ExecutableMissing],
            OtherExitCodes = [2],
        },
    ];

    internal static string Results(string cases, int code) =>
        $"cat > \"$1/junit.xml\" <<'XML'\n<testsuite name=\"smoke\">{cases}</testsuite>\nXML\nexit {code}";

    private static Fault Of(string name, string cause, Action<Scene> tests, int exitCode = 1) =>
        new(
            name,
            cause,
            scene =>
            {
                scene.Service(Node(), Patient);
                tests(scene);
            }
        )
        {
            Needs = ["node"],
            ExitCode = exitCode,
        };
}
