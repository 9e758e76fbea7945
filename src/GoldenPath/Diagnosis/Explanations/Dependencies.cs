using System.Text.RegularExpressions;
using GoldenPath.Diagnosis.Signs;

namespace GoldenPath.Diagnosis.Explanations;

/// <summary>What is known of the systems that services depend on: their ports, and how they are started and prepared.</summary>
internal static class Dependencies
{
    private static readonly (string Words, int Port, string Image)[] Systems =
    [
        ("postgres|psycopg|npgsql|pgsql|PSQL|libpq", 5432, "-e POSTGRES_PASSWORD=postgres postgres:17"),
        ("mysql|mariadb", 3306, "-e MYSQL_ROOT_PASSWORD=mysql mysql:8"),
        ("redis|valkey", 6379, "redis:7"),
        ("mongo", 27017, "mongo:7"),
        ("rabbit|amqp", 5672, "rabbitmq:4"),
        ("kafka|broker", 9092, "apache/kafka:4.0.0"),
        ("elastic|opensearch", 9200, "-e discovery.type=single-node -e xpack.security.enabled=false elasticsearch:8.17.0"),
        ("memcache", 11211, "memcached:1"),
        ("nats", 4222, "nats:2"),
        ("clickhouse", 8123, "clickhouse/clickhouse-server:25.3"),
        ("minio|s3", 9000, "minio/minio server /data"),
        ("mssql|sqlclient|sql server", 1433, "-e ACCEPT_EULA=Y -e MSSQL_SA_PASSWORD=Passw0rd! mcr.microsoft.com/mssql/server:2022-latest"),
    ];

    /// <summary>The address that a sign names, in words.</summary>
    public static string Address(Sign sign) =>
        (sign.Host, sign.Port) switch
        {
            (null or "", null) => "something that it needs",
            (null or "", { } port) => $"port {port}",
            ({ } host, null) => host,
            ({ } host, { } port) => $"{host}:{port}",
        };

    /// <summary>A command that starts what a sign misses; <c>null</c> where it is of no known kind.</summary>
    public static string? Start(Sign sign) =>
        Of(sign) is { Image: { } image } system ? $"docker run -d -p {sign.Port ?? system.Port}:{system.Port} {image}" : null;

    /// <summary>Makes a name known to this machine; <c>null</c> where it is no plain name.</summary>
    public static string? Name(string host) =>
        Pasted.WithName(
            host,
            plain =>
                OperatingSystem.IsWindows()
                    ? $"Add-Content \"$env:windir\\System32\\drivers\\etc\\hosts\" '127.0.0.1 {plain}'"
                    : $"echo '127.0.0.1 {plain}' | sudo tee -a /etc/hosts"
        );

    /// <summary>Which system a sign is of, by its words or else by its port; nothing where neither tells.</summary>
    public static (string Words, int Port, string? Image) Of(Sign sign)
    {
        var text = string.Join('\n', sign.Entry.Lines.Take(40).Select(line => line.Text)) + sign.Entry.Source;
        foreach (var system in Systems)
        {
            if (Regex.IsMatch(text, system.Words, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant) || sign.Port == system.Port)
            {
                return system;
            }
        }

        return default;
    }
}
