using GoldenPath.Tests.Diagnosis.Matrix;
using static GoldenPath.Causes;
using static GoldenPath.Tests.Diagnosis.Matrix.Scene;

namespace GoldenPath.Tests.Diagnosis.Faults;

/// <summary>Services that do not start, or end.</summary>
internal static class StartFaults
{
    private const string Patient = "http: /health, timeout: 20s";

    public static IReadOnlyList<Fault> All { get; } =
    [
        // It ends by itself.
        new(
            "exits-with-a-message",
            ProcessExited,
            scene => scene.Service(scene.Shell("echo starting; echo 'fatal: schema version 12 is required, found 9' >&2; exit 3"))
        ),
        new("exits-without-a-word", ProcessExited, scene => scene.Service(scene.Shell("exit 42"))),
        new("exits-content", ProcessExited, scene => scene.Service(scene.Shell("echo nothing to do; exit 0"))),
        new(
            "throws-in-node",
            DependencyNotPrepared,
            scene => scene.Service(["node", "-e", "throw new Error('migrations are pending: 0042_add_threads')"])
        )
        {
            Needs = ["node"],
        },
        new(
            "raises-in-python",
            ProcessExited,
            scene => scene.Service(scene.Python("raise RuntimeError('cannot load model weights: bad magic number')"))
        )
        {
            Needs = ["python3"],
        },
        new("module-missing-in-node", DependencyMissing, scene => scene.Service(["node", "-e", "require('express')"])) { Needs = ["node"] },
        new("module-missing-in-python", DependencyMissing, scene => scene.Service(scene.Python("import uvicorn_of_nobody")))
        {
            Needs = ["python3"],
        },
        new(
            "usage-error",
            InvalidValue,
            scene =>
                scene.Service(
                    scene.Shell(
                        "echo 'usage: server [--workers N] PORT' >&2; echo 'server: error: unrecognized arguments: --reload' >&2; "
                            + "exit 2"
                    )
                )
        ),
        new(
            "reference-exits",
            DependencyNotPrepared,
            scene => scene.Service(Reference, "http: /ready, timeout: 20s", environment: Misbehaving("exits"))
        )
        {
            Needs = ["dotnet"],
        },
        new("segfaults", ProcessExited, scene => scene.Service(scene.Shell("echo loading libtokenizer.so; kill -SEGV $$"))),
        new("aborts-when-asked", ProcessExited, scene => scene.Service(Node("crash-on-health=1"), Patient)) { Needs = ["node"] },
        new("exits-while-walked", DependencyExhausted, scene => scene.Service(Node("exit=17"), Patient))
        {
            Needs = ["node"],
            ExitCode = 1,
            OtherExitCodes = [2],
        },
        new("exits-after-login", ProcessExited, scene => scene.Service(Node("die-on-login"), Patient)) { Needs = ["node"], ExitCode = 1 },
        new("segfaults-while-walked", ProcessExited, scene => scene.Service(Node("signal=SIGSEGV"), Patient))
        {
            Needs = ["node"],
            ExitCode = 1,
        },
        new(
            "reference-fails-fast-while-walked",
            ProcessExited,
            scene => scene.Service(Reference, "http: /ready, timeout: 20s", environment: Misbehaving("crashes"))
        )
        {
            Needs = ["dotnet"],
            ExitCode = 1,
        },
        // Somebody ends it.
        new("killed-at-start", ProcessKilled, scene => scene.Service(Node("idle"), Patient))
        {
            Needs = ["node"],
            Meanwhile = (scene, end) => KillAsync(scene, "KILL", end),
        },
        new("terminated-at-start", ProcessKilled, scene => scene.Service(scene.Shell("exec sleep 60"), Patient))
        {
            Meanwhile = (scene, end) => KillAsync(scene, "TERM", end),
        },
        new("interrupted-at-start", ProcessKilled, scene => scene.Service(scene.Python("import time; time.sleep(60)"), Patient))
        {
            Needs = ["python3"],
            Meanwhile = (scene, end) => KillAsync(scene, "INT", end, "INFO  boot"),
        },
        new("killed-while-walked", ProcessKilled, scene => scene.Service(Node("pause=3000"), Patient))
        {
            Needs = ["node"],
            ExitCode = 1,
            Meanwhile = (scene, end) => KillAsync(scene, "KILL", end, "upgrade"),
        },
        new("hung-up-while-walked", ProcessKilled, scene => scene.Service(Node("pause=3000"), Patient))
        {
            Needs = ["node"],
            ExitCode = 1,
            Meanwhile = (scene, end) => KillAsync(scene, "HUP", end, "upgrade"),
        },
        new(
            "child-of-a-shell-killed",
            ProcessKilled,
            scene => scene.Service(scene.Shell("sleep 60 & pid=$!; sleep 0.1; kill -KILL $pid; wait $pid"), Patient)
        ),
        // There is nothing to start.
        new("executable-missing", ExecutableMissing, scene => scene.Service(["agent-server-of-nobody", "{port}"])),
        new("executable-not-executable", ExecutableMissing, scene => scene.Service([scene.Write("server", "#!/bin/sh\nexit 0\n")])),
        new(
            "interpreter-missing",
            ExecutableMissing,
            scene => scene.Service([Executable(scene.Write("server", "#!/opt/python/9.9/bin/python\nprint('hello')\n"))])
        ),
        new(
            "executable-is-no-program",
            ExecutableMissing,
            scene => scene.Service([Executable(scene.Write("server", "\u007fELF is how it begins\n"))])
        )
        {
            Also = [ProcessExited],
        },
        new(
            "executable-missing-in-the-script",
            ExecutableMissing,
            scene => scene.Service(scene.Shell("exec gunicorn-of-nobody app:app --bind :$1"))
        )
        {
            Also = [ProcessExited],
        },
        // It does not compile.
        new(
            "build-fails",
            BuildFailed,
            scene =>
            {
                scene.Write(
                    "app/App.csproj",
                    "<Project Sdk=\"Microsoft.NET.Sdk\"><PropertyGroup><TargetFramework>net10.0</TargetFramework>"
                        + "<OutputType>Exe</OutputType></PropertyGroup></Project>\n"
                );
                scene.Write("app/Program.cs", "var settings = new Settings();\n");
                scene.Budget = TimeSpan.FromMinutes(3);
                scene.Service(["dotnet", "{build:app/App.csproj}"]);
            }
        )
        {
            Needs = ["dotnet"],
        },
        // Nobody was to start it here.
        new("nobody-started-it", ServiceNotStarted, scene => scene.External(Mentioned(scene, scene.FreePort()))),
        new(
            "nobody-started-it-asked-by-literal",
            ServiceNotStarted,
            scene => scene.Scenario(Asking("127.0.0.1")).External(Mentioned(scene, scene.FreePort()), "http: /health, timeout: 500ms")
        ),
        new(
            "nobody-started-it-asked-by-v6",
            ServiceNotStarted,
            scene => scene.Scenario(Asking("[::1]")).External(Mentioned(scene, scene.FreePort()))
        ),
        new(
            "nobody-started-one-of-two",
            ServiceNotStarted,
            scene => scene.Service(Node(), Patient).External(Mentioned(scene, scene.FreePort()), name: "worker")
        )
        {
            Needs = ["node"],
        },
    ];

    internal static string Misbehaving(string name) =>
        $"ASPNETCORE_URLS: \"http://*:{{port}}\", ASPNETCORE_ENVIRONMENT: Development, AGENT_MISBEHAVIOUR: {name}";

    private static int Mentioned(Scene scene, int port)
    {
        scene.Mentions.Add($"{port}");
        return port;
    }

    private static string Executable(string file)
    {
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(file, File.GetUnixFileMode(file) | UnixFileMode.UserExecute);
        }

        return file;
    }

    private static async Task KillAsync(Scene scene, string signal, CancellationToken end, string? after = null)
    {
        var pid = await scene.PidOfAsync("backend", end);
        if (after is not null)
        {
            await scene.LogsAsync("backend", after);
        }

        Kill(pid, signal);
    }
}
