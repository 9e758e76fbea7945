using System.Net;
using GoldenPath.Tests.Diagnosis.Matrix;
using static GoldenPath.Causes;
using static GoldenPath.Tests.Diagnosis.Matrix.Scene;

namespace GoldenPath.Tests.Diagnosis.Faults;

/// <summary>Ports that are taken, missed, or answered by somebody else.</summary>
internal static class PortFaults
{
    private const string Soon = "http: /health, timeout: 3s";
    private const string Later = "http: /health, timeout: 6s";
    private const string Patient = "http: /health, timeout: 20s";

    public static IReadOnlyList<Fault> All { get; } =
    [
        // Somebody holds it before the start.
        new("port-held-on-v4", PortInUse, scene => scene.Service(Node(), port: Held(scene, IPAddress.Loopback))),
        new("port-held-on-v6", PortInUse, scene => scene.Service(Node(), port: Held(scene, IPAddress.IPv6Loopback))),
        new("port-held-everywhere", PortInUse, scene => scene.Service(scene.Shell("sleep 60"), port: Held(scene, IPAddress.Any))),
        new(
            "port-held-by-another-program",
            PortInUse,
            async scene =>
            {
                var port = scene.FreePort();
                var holder = await scene.StrangerOnAsync(port);
                scene.Service(scene.Shell("sleep 60"), port: port);
                scene.Mentions.Add($"{port}");
                scene.Mentions.Add($"{holder.Id}");
            }
        )
        {
            Needs = ["node"],
        },
        // It finds out by itself: a second port of its own is held, and each framework words it in its own way.
        new("port-held-says-node", PortInUse, scene => scene.Service(Node($"port={Held(scene, IPAddress.Any)}"), Patient))
        {
            Needs = ["node"],
        },
        new(
            "port-held-says-kestrel",
            PortInUse,
            scene =>
                scene.Service(Reference, Patient, environment: $"ASPNETCORE_URLS: \"http://127.0.0.1:{Held(scene, IPAddress.Loopback)}\"")
        )
        {
            Needs = ["dotnet"],
        },
        new(
            "port-held-says-python",
            PortInUse,
            scene =>
                scene.Service(
                    scene.Python($"import socket; socket.create_server(('127.0.0.1', {Held(scene, IPAddress.Loopback)}))"),
                    Patient
                )
        )
        {
            Needs = ["python3"],
        },
        new(
            "port-held-says-uvicorn",
            PortInUse,
            scene =>
                Says(
                    scene,
                    $"ERROR:    [Errno 98] error while attempting to bind on address ('127.0.0.1', {Held(scene, IPAddress.Loopback)}): address "
                        + $"already in use",
                    1
                )
        ),
        new(
            "port-held-says-nginx",
            PortInUse,
            scene => Says(scene, $"nginx: [emerg] bind() to 0.0.0.0:{Held(scene, IPAddress.Any)} failed (98: Address already in use)", 1)
        ),
        new(
            "port-held-says-go",
            PortInUse,
            scene => Says(scene, $"listen tcp :{Held(scene, IPAddress.Any)}: bind: address already in use", 1)
        ),
        new(
            "port-held-says-java",
            PortInUse,
            scene =>
                Says(
                    scene,
                    "org.springframework.boot.web.server.PortInUseException: Port is already in use\nCaused by: java.net.BindException: "
                        + "Address already in use",
                    1
                )
        )
        {
            Hard = "the text names no port, and nothing shows that one is held",
            Also = [ProcessExited],
        },
        // It is alive, and listens nowhere.
        new(
            "listens-nowhere-shell",
            PortNotListening,
            scene => scene.Service(scene.Shell("echo working; exec sleep 60"), "http: /health, timeout: 1s")
        ),
        new("listens-nowhere-node", PortNotListening, scene => scene.Service(Node("idle"), Soon)) { Needs = ["node"] },
        new(
            "listens-nowhere-udp",
            PortNotListening,
            scene =>
                scene.Service(
                    scene.Python(
                        "import socket, time; s = socket.socket(type=socket.SOCK_DGRAM); s.bind(('127.0.0.1', port)); " + "time.sleep(60)"
                    ),
                    Soon
                )
        )
        {
            Needs = ["python3"],
        },
        new(
            "listens-nowhere-reference",
            PortNotListening,
            scene => scene.Service(Reference, Soon, environment: StartFaults.Misbehaving("never-listens"))
        )
        {
            Needs = ["dotnet"],
        },
        // It listens elsewhere.
        new("wrong-port-node", PortWrongPort, scene => scene.Service(Node($"port={Mentioned(scene, scene.FreePort())}"), Soon))
        {
            Needs = ["node"],
        },
        new(
            "wrong-port-python",
            PortWrongPort,
            scene =>
                scene.Service(
                    scene.Python(
                        $"import http.server; http.server.HTTPServer(('', {Mentioned(scene, scene.FreePort())}), "
                            + $"http.server.SimpleHTTPRequestHandler).serve_forever()"
                    ),
                    Later
                )
        )
        {
            Needs = ["python3"],
        },
        new(
            "wrong-port-reference",
            PortWrongPort,
            scene => scene.Service(Reference, Later, environment: $"ASPNETCORE_URLS: \"http://*:{Mentioned(scene, scene.FreePort())}\"")
        )
        {
            Needs = ["dotnet"],
        },
        new(
            "wrong-port-child",
            PortWrongPort,
            scene => scene.Service(scene.Shell($"{string.Join(' ', Node().Take(2))} {Mentioned(scene, scene.FreePort())} & wait"), Soon)
        )
        {
            Needs = ["node"],
        },
        new("wrong-interface-node", PortWrongInterface, scene => scene.Service(Node(), Soon, environment: "HOST: 127.0.0.2"))
        {
            Needs = ["node", "linux"],
        },
        new(
            "wrong-interface-python",
            PortWrongInterface,
            scene =>
                scene
                    .Scenario(Asking("127.0.0.1"))
                    .Service(
                        scene.Python(
                            "import http.server; http.server.HTTPServer(('127.0.0.3', port), "
                                + "http.server.SimpleHTTPRequestHandler).serve_forever()"
                        ),
                        Later
                    )
        )
        {
            Needs = ["python3", "linux"],
        },
        new(
            "only-v6-loopback",
            PortAddressFamily,
            scene => scene.Scenario(Asking("127.0.0.1")).Service(Node(), Soon, environment: "HOST: \"::1\"")
        )
        {
            Needs = ["node"],
        },
        new(
            "only-v6-any",
            PortAddressFamily,
            scene => scene.Scenario(Asking("127.0.0.1")).Service(Node("v6-only"), Soon, environment: "HOST: \"::\"")
        )
        {
            Needs = ["node"],
        },
        new("only-v4", PortAddressFamily, scene => scene.Scenario(Asking("[::1]")).Service(Node(), Soon, environment: "HOST: 127.0.0.1"))
        {
            Needs = ["node"],
        },
        new("only-v4-any", PortAddressFamily, scene => scene.Scenario(Asking("[::1]")).Service(Node(), Soon, environment: "HOST: 0.0.0.0"))
        {
            Needs = ["node"],
        },
        // Somebody else answers.
        new("answered-by-another-program", PortNotOurs, scene => scene.Service(Node("idle"), Patient))
        {
            Needs = ["node"],
            Also = [PortInUse],
            Meanwhile = TakeWithNodeAsync,
        },
        new("answered-by-this-process", PortNotOurs, scene => scene.Service(scene.Shell("exec sleep 60"), "timeout: 20s"))
        {
            Also = [PortInUse],
            Meanwhile = TakeHereAsync,
        },
        new(
            "answered-by-another-on-the-address-asked",
            PortNotOurs,
            scene => scene.Scenario(Asking("127.0.0.1")).Service(Node("v6-only", "delay=500"), Patient, environment: "HOST: \"::\"")
        )
        {
            Needs = ["node"],
            Also = [PortInUse],
            Meanwhile = async (scene, end) =>
                scene.Mentions.Add($"{scene.Hold(IPAddress.Loopback, await scene.PortOfAsync("backend", end))}"),
        },
    ];

    private static int Held(Scene scene, IPAddress address)
    {
        scene.Mentions.Add($"{Environment.ProcessId}");
        return Mentioned(scene, scene.Hold(address));
    }

    private static int Mentioned(Scene scene, int port)
    {
        scene.Mentions.Add($"{port}");
        return port;
    }

    private static void Says(Scene scene, string text, int code)
    {
        scene.Write("last-words.txt", text + "\n");
        scene.Service(scene.Shell($"echo booting; cat last-words.txt >&2; exit {code}"), Patient);
    }

    private static async Task TakeWithNodeAsync(Scene scene, CancellationToken end)
    {
        var port = await scene.PortOfAsync("backend", end);
        var stranger = await scene.StrangerOnAsync(port);
        scene.Mentions.Add($"{stranger.Id}");
        scene.Mentions.Add($"{port}");
    }

    private static async Task TakeHereAsync(Scene scene, CancellationToken end) =>
        scene.Mentions.Add($"{scene.Hold(IPAddress.Any, await scene.PortOfAsync("backend", end))}");
}
