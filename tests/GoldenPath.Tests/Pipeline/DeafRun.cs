using System.Net;
using System.Net.Sockets;

namespace GoldenPath.Tests.Pipeline;

/// <summary>A run of which everything is deaf to signals, at a moment when something of a certain kind is running.</summary>
internal sealed class DeafRun : IDisposable
{
    /// <summary>Each stage, with what of each kind can run in it, and the output or the file that shows that it has come so far.</summary>
    private static readonly Dictionary<(string Stage, string Kind), string> Signs = new()
    {
        [("StartServices", "services")] = "backend: started",
        [("StartServices", "build")] = "deaf/running",
        [("WaitForPort8002", "probes")] = "║ WaitForPort8002",
        [("SmokeTests", "test command")] = "testing",
        [("SmokeTests", "scenario")] = "║ SmokeTests",
        [("FileIssue", "tracker")] = "║ FileIssue",
        [("Teardown", "services")] = "║ Teardown",
    };

    private readonly TcpListener _silent = new(IPAddress.Loopback, 0);

    private DeafRun(string stage, string kind, string program, string[] options)
    {
        Folder = new PipelineFolder { Program = program };
        _silent.Start(); // Connections are completed by the kernel, and nobody ever says a word.
        Folder.Write("goldenpath.yml", Configuration(stage, kind));
        Folder.Write("green.xml", """<testsuite><testcase name="green"/></testsuite>""");
        Directory.CreateDirectory(Path.Combine(Folder.Path, "deaf"));
        Folder.Write(
            "deaf/deaf.csproj",
            """
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup>
              <Target Name="Deaf" BeforeTargets="Build"><Exec Command="trap '' TERM INT HUP; touch running; while :; do sleep 1; done" /></Target>
            </Project>
            """
        );
        string[] tracker =
            kind == "tracker"
                ?
                [
                    "--file-issue",
                    "--github-api",
                    $"http://{_silent.LocalEndpoint}",
                    "--repository",
                    "some/where",
                    "--github-token",
                    "none-at-all",
                ]
                : ["--no-issue"];
        Command = Folder.Start(["SmokeTest", .. tracker, .. options]);
    }

    /// <summary>All moments.</summary>
    public static IEnumerable<(string Stage, string Kind)> Moments => Signs.Keys;

    public PipelineFolder Folder { get; }

    public RunningCommand Command { get; }

    /// <summary>Starts it, and waits for the moment.</summary>
    public static async Task<DeafRun> AtAsync(string stage, string kind, string? program = null, params string[] options)
    {
        var run = new DeafRun(stage, kind, program ?? Programs.OtherTeam, options);
        var sign = Signs[(stage, kind)];
        await Wait.UntilAsync(
            () => run.Folder.Has(sign) || run.Command.Output.Contains(sign, StringComparison.Ordinal),
            TimeSpan.FromSeconds(60),
            $"{sign} in {stage}"
        );
        return run;
    }

    public void Dispose()
    {
        Command.Dispose();
        Folder.Dispose();
        _silent.Dispose();
    }

    /// <summary>A service that ignores every polite signal, has children and grandchildren, and one that left for a session of its own.</summary>
    private string Configuration(string stage, string kind)
    {
        var backend =
            $$"""[dotnet, "{{Programs.Misbehaving}}", ignore-signals, +, fork, "2", stubborn, +, daemonise, "daemon.pid", stubborn, +, listen, "127.0.0.1:{port}", +, hang]""";
        var port = ((IPEndPoint)_silent.LocalEndpoint).Port;
        var test = kind switch
        {
            "test command" => "[sh, -c, \"trap '' TERM INT HUP; touch testing; while :; do sleep 1; done\"]",
            "tracker" => "[\"false\"]",
            _ => "[cp, green.xml, \"{results}/green.xml\"]",
        };
        return $$"""
            name: deaf
            services:
              backend: { process: { command: {{backend}} }, port: 0, ready: { http: /{{(
                kind == "services" && stage == "StartServices" ? ", log: never" : ""
            )}}, timeout: 60s } }
              {{Second(stage, kind, port)}}
            {{(
                kind == "scenario"
                    ? $$"""scenarios: { silent: { login: { post: "http://127.0.0.1:{{port}}/", json: { a: b }, token: "$.t" }, connect: { url: "ws://localhost:{port}/", token: none }, send: { type: user_message, content: "{nonce}" } } }"""
                    : ""
            )}}
            smoke:
              {{(kind == "scenario" ? "- scenario: silent" : $$"""- { command: {{test}}, results: "{results}/*.xml" }""")}}
            """;
    }

    private static string Second(string stage, string kind, int port) =>
        (stage, kind) switch
        {
            ("StartServices", "services") =>
                """second: { process: { command: [sleep, "60"] }, needs: [backend], ready: { log: never, timeout: 60s } }""",
            (_, "build") => """second: { process: { command: [dotnet, "{build:deaf}"] }, ready: { log: never, timeout: 60s } }""",
            (_, "probes") => $$"""second: { external: true, port: {{port}}, ready: { http: /, websocket: /, timeout: 60s } }""",
            _ => "",
        };
}
