using GoldenPath.Tests.Diagnosis.Matrix;
using static GoldenPath.Causes;
using static GoldenPath.Tests.Diagnosis.Matrix.Scene;

namespace GoldenPath.Tests.Diagnosis.Faults;

/// <summary>Disks and memory that are used up.</summary>
internal static class ResourceFaults
{
    private const string Patient = "http: /health, timeout: 20s";

    public static IReadOnlyList<Fault> All { get; } =
    [
        new("disk-full-in-shell", DiskFull, scene => scene.Service(scene.Shell("cat noise.log > /dev/full || exit 1"), Patient))
        {
            Needs = ["sh", "linux"],
        },
        new(
            "disk-full-in-node",
            DiskFull,
            scene => scene.Service(["node", "-e", "require('fs').writeFileSync('/dev/full', 'state')"], Patient)
        )
        {
            Needs = ["node", "linux"],
        },
        new(
            "disk-full-in-python",
            DiskFull,
            scene => scene.Service(scene.Python("f = open('/dev/full', 'w'); f.write('state'); f.flush()"), Patient)
        )
        {
            Needs = ["python3", "linux"],
        },
        Says("disk-full-in-sqlite", DiskFull, "sqlite3.OperationalError: database or disk is full", 1),
        Says(
            "disk-full-in-dotnet",
            DiskFull,
            "Unhandled exception. System.IO.IOException: No space left on device : '/var/lib/agent/threads.db'",
            134
        ),
        Says("disk-full-in-postgres", DiskFull, "PANIC:  could not write to file \"pg_wal/xlogtemp.29\": No space left on device", 134),
        new(
            "disk-full-of-the-service",
            DiskFull,
            FullDisk(scene =>
                scene.Service(
                    [
                        "sh",
                        scene.Write("backend.sh", "cat noise.log; dd if=/dev/zero " + "of=full/state bs=64k count=64 || exit 1"),
                        "{port}",
                    ],
                    Patient
                )
            )
        )
        {
            Needs = ["root", "dd"],
        },
        new(
            "disk-full-of-the-run",
            DiskFull,
            FullDisk(scene =>
            {
                scene.Artifacts = Path.Combine(scene.Folder, "full");
                scene.Service(
                    [
                        "sh",
                        scene.Write("backend.sh", "while :; do head -c 60000 /dev/zero | tr '\\0' x; echo; sleep 0.01; " + "done"),
                        "{port}",
                    ],
                    "log: ready-at-last, timeout: 2s"
                );
            })
        )
        {
            Needs = ["root"],
            Hard = "the disk takes the evidence no more either",
        },
        new(
            "memory-in-node",
            OutOfMemory,
            scene =>
                scene.Service(
                    ["node", "--max-old-space-size=16", "-e", "const all = []; for (;;) all.push(new Array(1000).fill(all.length))"],
                    Patient
                )
        )
        {
            Needs = ["node"],
        },
        new(
            "memory-in-python",
            OutOfMemory,
            scene =>
                scene.Service(
                    scene.Python(
                        "import resource; resource.setrlimit(resource.RLIMIT_AS, (300 << 20, 300 << 20)); weights = bytearray(1 << " + "30)"
                    ),
                    Patient
                )
        )
        {
            Needs = ["python3", "linux"],
        },
        Says(
            "memory-in-dotnet",
            OutOfMemory,
            "Unhandled exception. System.OutOfMemoryException: Exception of type 'System.OutOfMemoryException' was "
                + "thrown.\n   at Agent.Index.Load()",
            134
        ),
        Says("memory-in-java", OutOfMemory, "Exception in thread \"main\" java.lang.OutOfMemoryError: Java heap space", 1),
        Says("memory-in-go", OutOfMemory, "fatal error: runtime: out of memory", 2),
        Says(
            "memory-in-native-code",
            OutOfMemory,
            "terminate called after throwing an instance of 'std::bad_alloc'\n  what():  std::bad_alloc",
            134
        ),
        new("memory-while-walked", OutOfMemory, scene => scene.Service(Node("heap"), Patient)) { Needs = ["node"] },
    ];

    private static Fault Says(string name, string cause, string words, int code) =>
        new(
            name,
            cause,
            scene =>
            {
                scene.Write("last-words.txt", words + "\n");
                scene.Service(scene.Shell($"echo booting; cat last-words.txt >&2; exit {code}"), Patient);
            }
        );

    private static Action<Scene> FullDisk(Action<Scene> arrange) =>
        scene =>
        {
            var folder = Directory.CreateDirectory(Path.Combine(scene.Folder, "full")).FullName;
            scene.Mount(folder, "256k");
            arrange(scene);
        };
}
