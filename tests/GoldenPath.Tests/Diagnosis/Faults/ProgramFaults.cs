using GoldenPath.Tests.Diagnosis.Matrix;
using static GoldenPath.Causes;

namespace GoldenPath.Tests.Diagnosis.Faults;

/// <summary>Programs that lack something of their own, are in each other's way, may not do what they want, or cannot use their settings.</summary>
internal static class ProgramFaults
{
    private const string Patient = "http: /health, timeout: 20s";

    public static IReadOnlyList<Fault> All { get; } =
    [
        new("class-missing-in-java", DependencyMissing, scene => scene.Service(scene.Shell("exec java -cp . com.example.Agent")))
        {
            Needs = ["java"],
        },
        Says(
            "library-missing",
            DependencyMissing,
            "/srv/agent: error while loading shared libraries: libpq.so.5: cannot open shared object file: No such file or directory",
            127,
            "libpq.so.5"
        ),
        Says(
            "runtime-missing-in-dotnet",
            DependencyMissing,
            "You must install or update .NET to run this application.\n\nApp: /srv/agent/Agent.dll\nArchitecture: x64\nFramework: 'Microsoft.AspNetCore.App', version '11.0.0' (x64)\n.NET location: /usr/lib/dotnet\n\nThe following frameworks were found:\n  10.0.1 at [/usr/lib/dotnet/shared/Microsoft.AspNetCore.App]",
            150,
            "11.0"
        ),
        new(
            "pid-file-in-the-way",
            AlreadyRunning,
            scene =>
            {
                scene.Write("agent.pid", "4242\n");
                scene.Service(
                    scene.Shell(
                        "[ -e agent.pid ] && echo \"error: the pid file agent.pid already exists, is the agent running with pid $(cat agent.pid)?\" >&2 && exit 1"
                    ),
                    Patient
                );
            }
        ),
        Says(
            "another-instance-says-mongo",
            AlreadyRunning,
            "{\"t\":{\"$date\":\"2026-11-28T10:00:00.000Z\"},\"s\":\"E\",\"c\":\"CONTROL\",\"msg\":\"DBException in initAndListen, terminating\",\"attr\":{\"error\":\"DBPathInUse: Unable to lock the lock file: /data/db/mongod.lock (Resource temporarily unavailable). Another mongod instance is already running on the /data/db directory\"}}",
            100
        ),
        new(
            "script-not-executable",
            NotPermitted,
            scene =>
            {
                scene.Write("start.sh", "#!/bin/sh\nexit 0\n");
                scene.Service(scene.Shell("./start.sh"), Patient);
                scene.Mentions.Add("chmod +x");
            }
        ),
        Says(
            "folder-not-writable-in-java",
            NotPermitted,
            "Exception in thread \"main\" java.nio.file.AccessDeniedException: /var/lib/agent/index\n\tat java.base/sun.nio.fs.UnixException.translateToIOException(UnixException.java:90)",
            1,
            "/var/lib/agent/index"
        ),
        new(
            "script-with-windows-line-ends",
            ExecutableMissing,
            scene =>
            {
                var script = scene.Write("start.sh", "#!/bin/sh\r\necho hello\r\n");
                scene.Service(scene.Shell($"chmod +x '{script}'; exec '{script}'"), Patient);
            }
        )
        {
            Needs = ["linux"],
        },
        new(
            "number-invalid-in-python",
            InvalidValue,
            scene => scene.Service(scene.Python("workers = int(os.environ['WORKERS'])"), Patient, environment: "WORKERS: many")
        )
        {
            Needs = ["python3"],
        },
        new(
            "port-invalid-in-node",
            InvalidValue,
            scene => scene.Service(["node", "-e", "require('http').createServer().listen(99999)"], Patient)
        )
        {
            Needs = ["node"],
        },
        Says(
            "directive-unknown-says-nginx",
            InvalidValue,
            "nginx: [emerg] unknown directive \"proxy_passs\" in /etc/nginx/conf.d/default.conf:12",
            1,
            "default.conf"
        ),
        Says(
            "port-not-permitted-says-nginx",
            PortNotPermitted,
            "nginx: [emerg] bind() to 0.0.0.0:80 failed (13: Permission denied)",
            1,
            "80"
        ),
        Says(
            "port-not-permitted-in-node",
            PortNotPermitted,
            "Error: listen EACCES: permission denied 0.0.0.0:443\n    at Server.setupListenHandle [as _listen2] (node:net:1881:21) {\n  code: 'EACCES',\n  errno: -13,\n  syscall: 'listen',\n  address: '0.0.0.0',\n  port: 443\n}",
            1,
            "443"
        ),
        new(
            "counts-on-when-the-wait-ends",
            ServiceTooSlow,
            scene =>
                scene.Service(
                    scene.Shell("i=0; while :; do i=$((i+1)); echo \"loading shard $i of 4000\"; sleep 0.1; done"),
                    "http: /health, timeout: 2s"
                )
        ),
    ];

    internal static Fault Says(string name, string cause, string words, int code, params string[] mentions) =>
        new(
            name,
            cause,
            scene =>
            {
                scene.Write("last-words.txt", words + "\n");
                scene.Service(scene.Shell($"echo booting; cat last-words.txt >&2; exit {code}"), Patient);
                foreach (var mention in mentions)
                {
                    scene.Mentions.Add(mention);
                }
            }
        );
}
