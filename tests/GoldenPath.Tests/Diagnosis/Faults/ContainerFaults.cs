using GoldenPath.Tests.Diagnosis.Matrix;
using GoldenPath.Tests.Docker;
using static GoldenPath.Causes;
using static GoldenPath.Tests.Diagnosis.Matrix.Scene;

namespace GoldenPath.Tests.Diagnosis.Faults;

/// <summary>Faults of containers, for machines with an engine.</summary>
internal static class ContainerFaults
{
    /// <summary>An image whose health check fails.</summary>
    public const string Unhealthy = "golden-path-specs/unhealthy:1";

    private const string Patient = "http: /, timeout: 20s";

    public static IReadOnlyList<Fault> All { get; } =
    [
        new(
            "container-image-missing",
            DockerImageMissing,
            scene => scene.Declare("backend", "container: { image: \"127.0.0.1:1/nobody/nothing:7\" }", "0", Patient)
        ),
        new(
            "container-build-fails",
            DockerBuildFailed,
            scene =>
            {
                scene.Write("app/Dockerfile", $"FROM {EngineFixture.Busybox}\nRUN echo before the fall; exit 3\n");
                scene.Declare("backend", "container: { build: app }", "0", Patient);
            }
        ),
        Running("container-exits", DockerContainerExited, "echo 'fatal: schema version 12 is required' >&2; exit 3"),
        Running("container-out-of-memory", DockerOutOfMemory, "x=0123456789; while true; do x=$x$x; done", more: ", memory: 16m") with
        {
            Also = [OutOfMemory],
        },
        Running("container-listens-nowhere", PortNotListening, "sleep 1000", ready: "http: /, timeout: 2s"),
        Running("container-listens-elsewhere", PortWrongPort, "exec httpd -f -p 81", ready: "http: /, timeout: 2s"),
        Running("container-listens-inside-only", PortWrongInterface, "exec httpd -f -p 127.0.0.1:80", ready: "http: /, timeout: 2s"),
        new(
            "container-unhealthy",
            DockerUnhealthy,
            scene =>
                scene.Declare(
                    "backend",
                    $"container: " + $"{{ image: \"{Unhealthy}\", ports: [\"{{port}}:80\"], command: [sleep, \"1000\"] }}",
                    "0",
                    "healthy: true, timeout: 20s"
                )
        ),
        new(
            "container-port-not-published",
            DockerPortNotPublished,
            scene =>
                scene.Declare("backend", $"container: {{ image: \"{EngineFixture.Busybox}\", command: [sleep, \"1000\"] }}", "0", Patient)
        ),
        new(
            "compose-file-invalid",
            DockerComposeInvalid,
            scene =>
            {
                scene.Write("compose.yml", "services:\n  web:\n    imagine: nothing\n");
                scene.Declare("backend", "compose: { file: compose.yml, services: [web] }", "0", Patient);
            }
        ),
    ];

    private static Fault Running(string name, string cause, string script, string ready = Patient, string more = "") =>
        new(
            name,
            cause,
            scene =>
                scene.Declare(
                    "backend",
                    $"container: "
                        + $"{{ image: \"{EngineFixture.Busybox}\", ports: [\"{{port}}:80\"], command: {Json(["/bin/sh", "-c", script])}{more} }}",
                    "0",
                    ready
                )
        );
}
