using GoldenPath.Guard.Processes;
using GoldenPath.Services;

namespace GoldenPath.Readiness;

/// <summary>A launcher: it ended with 0, and what it started lives on, where nobody can wait for it or notice its end.</summary>
internal static class LeftRunning
{
    private const int MostNamed = 3;

    /// <summary>How well-known daemons stay in the foreground.</summary>
    private static readonly (string Program, string Foreground)[] Known =
    [
        ("nginx", "nginx -g 'daemon off;'"),
        ("redis-server", "redis-server --daemonize no"),
        ("valkey-server", "valkey-server --daemonize no"),
        ("postgres", "postgres -D DIRECTORY, in place of pg_ctl"),
        ("mongod", "mongod without --fork"),
        ("mysqld", "mysqld without --daemonize"),
        ("memcached", "memcached without -d"),
        ("apache2", "apachectl -DFOREGROUND"),
        ("httpd", "httpd -DFOREGROUND"),
        ("gunicorn", "gunicorn without --daemon"),
        ("uwsgi", "uwsgi without --daemonize"),
        ("php-fpm", "php-fpm --nodaemonize"),
        ("haproxy", "haproxy -db"),
        ("caddy", "caddy run, in place of caddy start"),
        ("supervisord", "supervisord --nodaemon"),
        ("pm2", "pm2-runtime, in place of pm2"),
    ];

    /// <summary>The processes that it left; none where it was no launcher, or nothing lives any more.</summary>
    public static IReadOnlyList<int> By(ISupervisedService process, ProcessExit exit) =>
        exit.Code != 0
            ? []
            :
            [
                .. ProcessTable
                    .Snapshot()
                    .Values.Where(entry => entry.IsAlive && entry.Pid != process.Pid && process.Owns(entry.Pid))
                    .Select(entry => entry.Pid)
                    .Order(),
            ];

    /// <summary>Them, and where they listen.</summary>
    public static string Describe(IReadOnlyList<int> left, SocketTable sockets)
    {
        var listeners = sockets.Of(left.Contains) ?? [];
        var where =
            listeners.Count == 0 ? "" : $", listening on {string.Join(", ", listeners.Select(listener => listener.EndPoint).Distinct())}";
        var more = left.Count > MostNamed ? $" and {left.Count - MostNamed} more" : "";
        return $"It left running what it had started: {string.Join(", ", left.Take(MostNamed).Select(PortHolder.Describe))}{more}{where}. "
            + "A service stays in the foreground: nobody can wait for what its command leaves behind, or notice its end.";
    }

    /// <summary>What declares such a service.</summary>
    public static IReadOnlyList<Remedy> Remedies(string service, IReadOnlyList<int> left)
    {
        var commands = left.Select(ProcessTable.CommandLine).ToList();
        var known = Known.FirstOrDefault(known => commands.Exists(command => IsOf(known.Program, command))).Foreground;
        return
        [
            new(
                known is null
                    ? $"Let the command of '{service}' stay in the foreground (the option is often called --foreground, --no-daemon or -n), or end it with 'exec', not with '&'."
                    : $"Let it stay in the foreground: {known}."
            ),
            new(
                $"Or start '{service}' yourself before the run, and declare it in goldenpath.yml as what it is then: external: true, with its port."
            ),
        ];
    }

    private static bool IsOf(string program, string command) =>
        Path.GetFileName(command.Split(' ', ':')[0]).StartsWith(program, StringComparison.OrdinalIgnoreCase);
}
