using System.Net;
using GoldenPath.Tests.Diagnosis.Matrix;
using static GoldenPath.Causes;

namespace GoldenPath.Tests.Diagnosis.Faults;

/// <summary>Dependencies that are there and do not do: they let nobody in, lack what is needed, are used up, or show a certificate that is not trusted.</summary>
internal static class PreparationFaults
{
    public static IReadOnlyList<Fault> All { get; } =
    [
        There(
            "login-refused-by-postgres",
            DependencyRefusedLogin,
            port =>
                $"psycopg2.OperationalError: connection to server at \"127.0.0.1\", port {port} failed: FATAL:  password authentication failed for user \"agent\""
        ),
        There(
            "login-refused-by-redis",
            DependencyRefusedLogin,
            port =>
                $"{{\"level\":\"fatal\",\"msg\":\"cache unusable\",\"addr\":\"127.0.0.1:{port}\",\"error\":\"NOAUTH Authentication required.\"}}"
        ),
        There(
            "login-refused-says-jdbc",
            DependencyRefusedLogin,
            port =>
                $"Application run failed\njava.sql.SQLException: Access denied for user 'agent'@'localhost' (using password: YES)\n\tat com.mysql.cj.jdbc.ConnectionImpl.connect(ConnectionImpl.java:447)\nCaused by: url=jdbc:mysql://127.0.0.1:{port}/agent"
        ),
        There(
            "database-missing",
            DependencyNotPrepared,
            port =>
                $"panic: failed to connect to `host=127.0.0.1 port={port} user=agent database=threads`: server error (FATAL: database \"threads\" does not exist (SQLSTATE 3D000))"
        ),
        There(
            "table-missing-in-sqlalchemy",
            DependencyNotPrepared,
            _ =>
                "Traceback (most recent call last):\n  File \"/srv/agent/db.py\", line 12, in query\n    cursor.execute(sql)\npsycopg2.errors.UndefinedTable: relation \"threads\" does not exist\n\nThe above exception was the direct cause of the following exception:\n\nTraceback (most recent call last):\n  File \"/srv/agent/main.py\", line 4, in <module>\n    start()\nRuntimeError: the store could not be opened"
        ),
        There(
            "topic-missing",
            DependencyNotPrepared,
            port =>
                $"level=fatal msg=\"consumer stopped\" broker=127.0.0.1:{port} err=\"[3] Unknown Topic Or Partition: UNKNOWN_TOPIC_OR_PARTITION: topic agent-jobs\""
        ),
        There(
            "connections-used-up",
            DependencyExhausted,
            port =>
                $"Npgsql.PostgresException (0x80004005): 53300: sorry, too many clients already\n   at Npgsql.Internal.NpgsqlConnector.Open() 127.0.0.1:{port}"
        ),
        There(
            "quota-used-up",
            DependencyExhausted,
            _ =>
                "openai.RateLimitError: Error code: 429 - {'error': {'message': 'You exceeded your current quota', 'code': 'insufficient_quota'}}"
        ),
        There(
            "certificate-self-signed",
            TlsCertificate,
            port =>
                $"Error: self-signed certificate in certificate chain\n    at TLSSocket.onConnectSecure (node:_tls_wrap:1674:34) {{\n  code: 'SELF_SIGNED_CERT_IN_CHAIN',\n  host: '127.0.0.1',\n  port: {port}\n}}"
        ),
        There(
            "certificate-expired-in-go",
            TlsCertificate,
            _ =>
                "2026/11/28 10:00:00 Get \"https://models.internal/v1\": tls: failed to verify certificate: x509: certificate has expired or is not yet valid"
        ),
        new(
            "files-used-up-in-python",
            FileDescriptors,
            scene =>
                scene.Service(
                    scene.Shell("ulimit -n 32; exec python3 -c \"all = [open('/dev/null') for _ in range(100)]\""),
                    "http: /health, timeout: 20s"
                )
        )
        {
            Needs = ["python3", "linux"],
        },
        ProgramFaults.Says(
            "watches-used-up-in-node",
            FileWatches,
            "node:internal/fs/watchers:247\n    const error = new UVException({\n                  ^\n\nError: ENOSPC: System limit for number of file watchers reached, watch '/srv/agent/src'\n    at FSWatcher.<computed> (node:internal/fs/watchers:247:19)",
            1,
            "max_user_watches"
        ),
    ];

    // Somebody answers at the address that the log names.
    private static Fault There(string name, string cause, Func<int, string> words) =>
        new(
            name,
            cause,
            scene =>
            {
                scene.Write("last-words.txt", words(scene.Hold(IPAddress.Loopback)) + "\n");
                scene.Service(scene.Shell("echo booting; cat last-words.txt >&2; exit 1"), "http: /health, timeout: 20s");
            }
        );
}
