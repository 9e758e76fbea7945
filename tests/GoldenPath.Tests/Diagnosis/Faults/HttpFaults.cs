using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using GoldenPath.Tests.Diagnosis.Matrix;
using static GoldenPath.Causes;
using static GoldenPath.Tests.Diagnosis.Matrix.Scene;

namespace GoldenPath.Tests.Diagnosis.Faults;

/// <summary>Services that answer, and not as they should.</summary>
internal static class HttpFaults
{
    private const string Soon = "http: /health, timeout: 3s";
    private const string Later = "http: /health, timeout: 6s";

    public static IReadOnlyList<Fault> All { get; } =
    [
        Of("health-503", HttpUnhealthy, scene => scene.Service(Node("health=503"), Soon)),
        Of("health-500", HttpUnhealthy, scene => scene.Service(Node("health=500", "reason=KeyError in the prompt registry"), Soon)),
        Of("health-404", HttpUnhealthy, scene => scene.Service(Node(), "http: /status/of/nothing, timeout: 3s")),
        Of("health-401", HttpUnhealthy, scene => scene.Service(Node("health=401", "reason=who are you"), Soon)),
        Of("health-302", HttpUnhealthy, scene => scene.Service(Node("health=302"), Soon)),
        new(
            "health-503-reference",
            HttpUnhealthy,
            scene => scene.Service(Reference, "http: /ready, timeout: 6s", environment: StartFaults.Misbehaving("never-ready"))
        )
        {
            Needs = ["dotnet"],
        },
        new(
            "health-404-python",
            HttpUnhealthy,
            scene =>
                scene.Service(
                    scene.Python(
                        "import http.server; http.server.HTTPServer(('', port), " + "http.server.SimpleHTTPRequestHandler).serve_forever()"
                    ),
                    Later
                )
        )
        {
            Needs = ["python3"],
        },
        Of("silent", HttpNoAnswer, scene => scene.Service(Node("silent"), Soon)),
        new(
            "silent-python",
            HttpNoAnswer,
            scene =>
                scene.Service(scene.Python("import socket, time; s = socket.create_server(('127.0.0.1', port)); time.sleep(60)"), Later)
        )
        {
            Needs = ["python3"],
        },
        Of("hangs-up", HttpNoAnswer, scene => scene.Service(Node("hang-up"), Soon)) with
        {
            Also = [ConnectionDropped],
        },
        Of("speaks-ssh", HttpNotHttp, scene => scene.Service(Node("banner=SSH-2.0-OpenSSH_9.2p1 Debian-2"), Soon)),
        Of("speaks-smtp", HttpNotHttp, scene => scene.Service(Node("banner=220 mail.internal ESMTP ready"), Soon)),
        new(
            "speaks-redis",
            HttpNotHttp,
            scene =>
                scene.Service(
                    scene.Python(
                        """
                        import socketserver
                        class Redis(socketserver.StreamRequestHandler):
                            def handle(self):
                                while self.rfile.readline(): self.wfile.write(b"-ERR unknown command 'GET'\r\n")
                        socketserver.TCPServer.handle_error = lambda *hung_up: None
                        socketserver.ThreadingTCPServer(('127.0.0.1', port), Redis).serve_forever()
                        """
                    ),
                    Later
                )
        )
        {
            Needs = ["python3"],
        },
        Of("tls-on-a-plain-port", TlsMismatch, scene => scene.Service(Node($"tls={Certificate(scene)}"), Soon)),
        Of("tls-on-a-plain-port-by-websocket", TlsMismatch, scene => scene.Service(Node($"tls={Certificate(scene)}"), "timeout: 3s")),
        Of("plain-on-a-tls-port", TlsMismatch, scene => scene.Scenario(Asking(scheme: "wss")).Service(Node(), Soon)),
    ];

    private static Fault Of(string name, string cause, Action<Scene> arrange) => new(name, cause, arrange) { Needs = ["node"] };

    private static string Certificate(Scene scene)
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var certificate = request.CreateSelfSigned(
            TimeProvider.System.GetUtcNow().AddDays(-1),
            TimeProvider.System.GetUtcNow().AddDays(1)
        );
        scene.Write("tls.key", key.ExportRSAPrivateKeyPem());
        scene.Write("tls.crt", certificate.ExportCertificatePem());
        return Path.Combine(scene.Folder, "tls");
    }
}
