using GoldenPath.Tests.Diagnosis.Matrix;
using static GoldenPath.Causes;

namespace GoldenPath.Tests.Diagnosis.Faults;

/// <summary>Container engines that are not there: none is needed to show that.</summary>
internal static class EngineFaults
{
    public static IReadOnlyList<Fault> All { get; } =
    [
        new("engine-without-a-socket", DockerUnreachable, scene => Container(scene, $"unix://{scene.Folder}/nobody.sock")),
        new("engine-refuses", DockerUnreachable, scene => Container(scene, $"tcp://127.0.0.1:{scene.FreePort()}")),
    ];

    private static void Container(Scene scene, string engine)
    {
        scene.Engine = engine;
        scene.Declare("backend", "container: { image: \"agent-backend:1\" }", "0", "http: /health, timeout: 20s");
    }
}
