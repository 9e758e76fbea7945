using GoldenPath.Tests.Diagnosis.Matrix;
using static GoldenPath.Causes;
using static GoldenPath.Tests.Diagnosis.Matrix.Scene;

namespace GoldenPath.Tests.Diagnosis.Faults;

/// <summary>Services that need something that is not there.</summary>
internal static class DependencyFaults
{
    private const string Patient = "http: /health, timeout: 20s";

    public static IReadOnlyList<Fault> All { get; } =
    [
        new("dependency-refused-in-node", DependencyUnreachable, scene => scene.Service(Node($"needs=127.0.0.1:{Closed(scene)}"), Patient))
        {
            Needs = ["node"],
        },
        new(
            "dependency-refused-in-python",
            DependencyUnreachable,
            scene => scene.Service(scene.Python($"import socket; socket.create_connection(('127.0.0.1', {scene.FreePort()}))"), Patient)
        )
        {
            Needs = ["python3"],
            Also = [ProcessExited],
            Hard = "Python's own error names no address",
        },
        new("dependency-unknown-host-in-node", DependencyUnreachable, scene => scene.Service(Node("needs=postgres.invalid:5432"), Patient))
        {
            Needs = ["node"],
        },
        Says(
            "dependency-refused-psycopg",
            port =>
                $"psycopg2.OperationalError: connection to server at \"127.0.0.1\", port {port} failed: Connection "
                + $"refused\n\tIs the server running on that host and accepting TCP/IP connections?"
        ),
        Says(
            "dependency-refused-npgsql",
            port =>
                $"Unhandled exception. Npgsql.NpgsqlException (0x80004005): Failed to connect to 127.0.0.1:{port}\n ---> "
                + $"System.Net.Sockets.SocketException (111): Connection refused",
            onOneLine: false
        ),
        Says(
            "dependency-refused-redis-py",
            port => $"redis.exceptions.ConnectionError: Error 111 connecting to localhost:{port}. Connection refused."
        ),
        Says("dependency-refused-go", port => $"panic: dial tcp 127.0.0.1:{port}: connect: connection refused"),
        Says(
            "dependency-refused-jdbc",
            port =>
                $"org.postgresql.util.PSQLException: Connection to localhost:{port} refused. Check that the hostname and "
                + $"port are correct and that the postmaster is accepting TCP/IP connections."
        ),
        Says(
            "dependency-refused-seed-wording",
            port =>
                $"OSError: Multiple exceptions: [Errno 111] Connect call failed ('::1', {port}, 0, 0), [Errno 111] "
                + $"Connect call failed ('127.0.0.1', {port})"
        ),
        new(
            "dependency-retried-for-ever",
            DependencyUnreachable,
            scene =>
                scene.Service(
                    scene.Shell(
                        $"while :; do echo \"Error 111 connecting to localhost:{Closed(scene)}. Connection refused. Retrying\" >&2; "
                            + $"sleep 0.2; done"
                    ),
                    "http: /health, timeout: 3s"
                )
        )
        {
            Also = [PortNotListening],
        },
        new(
            "dependency-told-by-the-health",
            DependencyUnreachable,
            scene =>
                scene.Service(
                    Node("health=503", $"reason=database: connect ECONNREFUSED 127.0.0.1:{Closed(scene)}"),
                    "http: /health, timeout: 3s"
                )
        )
        {
            Needs = ["node"],
            Also = [HttpUnhealthy],
        },
        new(
            "dependency-of-the-agent",
            DependencyUnreachable,
            scene => scene.Service(Node($"error=model gateway: connect ECONNREFUSED 127.0.0.1:{Closed(scene)}"), Patient)
        )
        {
            Needs = ["node"],
            Also = [AgentError],
            ExitCode = 1,
        },
        new(
            "needed-service-not-started",
            ServiceNotStarted,
            scene => scene.External(Closed(scene), "timeout: 500ms", "database").Service(Node(), Patient, needs: "database")
        )
        {
            Needs = ["node"],
            Also = [DependencyUnreachable],
        },
        new(
            "needed-service-exits",
            NotPermitted,
            scene =>
                scene
                    .Service(
                        scene.Shell("echo 'FATAL: data directory has wrong ownership' >&2; exit 1", "database"),
                        Patient,
                        name: "database"
                    )
                    .Service(Node(), Patient, needs: "database")
        )
        {
            Needs = ["node"],
        },
    ];

    private static int Closed(Scene scene)
    {
        var port = scene.FreePort();
        scene.Mentions.Add($"{port}");
        return port;
    }

    private static Fault Says(string name, Func<int, string> words, bool onOneLine = true) =>
        new(
            name,
            DependencyUnreachable,
            scene =>
            {
                scene.Write("last-words.txt", words(onOneLine ? Closed(scene) : scene.FreePort()) + "\n");
                scene.Service(scene.Shell("echo booting; cat last-words.txt >&2; exit 1"), Patient);
            }
        );
}
