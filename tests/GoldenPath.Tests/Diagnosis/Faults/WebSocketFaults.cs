using GoldenPath.Tests.Diagnosis.Matrix;
using static GoldenPath.Causes;
using static GoldenPath.Tests.Diagnosis.Matrix.Scene;

namespace GoldenPath.Tests.Diagnosis.Faults;

/// <summary>Upgrades that do not come about, before a service counts as ready and afterwards.</summary>
internal static class WebSocketFaults
{
    private const string Http = "http: /health, timeout: 20s";
    private const string Both = "http: /health, websocket: /ws, timeout: 3s";

    public static IReadOnlyList<Fault> All { get; } =
    [
        Start("ws-404-at-start", WebSocketNotFound, Node(), "http: /health, websocket: /socket, timeout: 3s"),
        Start("ws-426-at-start", WebSocketNotFound, Node("upgrade=426 Upgrade Required"), Both),
        Start("ws-500-at-start", WebSocketRejected, Node("upgrade=500 Internal Server Error"), Both),
        Start("ws-200-by-nginx-at-start", WebSocketProxyWithoutUpgrade, Node("upgrade=200 OK", "via=1.1 edge"), Both),
        Start("ws-502-by-nginx-at-start", WebSocketProxyWithoutUpgrade, Node("upgrade=502 Bad Gateway", "via=1.1 edge"), Both),
        Start(
            "ws-426-by-envoy-at-start",
            WebSocketProxyWithoutUpgrade,
            Node("upgrade=426 Upgrade Required", "via=1.1 edge", "server=envoy"),
            Both
        ) with
        {
            Also = [WebSocketNotFound],
        },
        Walk("ws-404", WebSocketNotFound, scene => scene.Service(Node("upgrade=404 Not Found"), Http)),
        Walk("ws-wrong-path", WebSocketNotFound, scene => scene.Scenario(Asking(path: "/socket")).Service(Node(), Http)),
        Walk("ws-426", WebSocketNotFound, scene => scene.Service(Node("upgrade=426 Upgrade Required"), Http)),
        Walk(
            "ws-400-by-nginx",
            WebSocketProxyWithoutUpgrade,
            scene => scene.Service(Node("upgrade=400 Bad Request", "via=1.1 edge"), Http)
        ) with
        {
            Also = [WebSocketNotFound],
        },
        Walk("ws-200-by-nginx", WebSocketProxyWithoutUpgrade, scene => scene.Service(Node("upgrade=200 OK", "via=1.1 edge"), Http)),
        Walk(
            "ws-502-by-nginx",
            WebSocketProxyWithoutUpgrade,
            scene => scene.Service(Node("upgrade=502 Bad Gateway", "via=1.1 edge"), Http)
        ) with
        {
            Also = [WebSocketRejected],
        },
        Walk(
            "ws-200-of-a-page",
            WebSocketProxyWithoutUpgrade,
            scene => scene.Service(Reference, "http: /ready, timeout: 20s", environment: StartFaults.Misbehaving("upgrade-200"))
        ) with
        {
            Needs = ["dotnet"],
        },
        Walk("ws-503", WebSocketRejected, scene => scene.Service(Node("upgrade=503 Service Unavailable"), Http)),
        Walk("ws-no-subprotocol", WebSocketSubprotocol, scene => scene.Service(Node("no-subprotocol"), Http)),
        Walk("ws-other-subprotocol", WebSocketSubprotocol, scene => scene.Service(Node("other-subprotocol"), Http)),
        Walk(
            "ws-other-subprotocol-reference",
            WebSocketSubprotocol,
            scene => scene.Service(Reference, "http: /ready, timeout: 20s", environment: StartFaults.Misbehaving("wrong-subprotocol"))
        ) with
        {
            Needs = ["dotnet"],
        },
        Walk("ws-closed-1003", WebSocketSubprotocol, scene => scene.Service(Node("close-first=1003"), Http)) with
        {
            Also = [ConnectionDropped],
        },
    ];

    internal static Fault Walk(string name, string cause, Action<Scene> arrange) =>
        new(name, cause, arrange) { Needs = ["node"], ExitCode = 1 };

    private static Fault Start(string name, string cause, string[] command, string ready) =>
        new(name, cause, scene => scene.Service(command, ready)) { Needs = ["node"] };
}
