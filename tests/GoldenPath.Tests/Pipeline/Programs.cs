namespace GoldenPath.Tests.Pipeline;

/// <summary>Programs that the specs run, as this solution has built them.</summary>
internal static class Programs
{
    public static string AgentBackend { get; } = Path.Combine(AppContext.BaseDirectory, "AgentBackend.dll");

    public static string Misbehaving { get; } = Path.Combine(AppContext.BaseDirectory, "MisbehavingService.dll");

    // Run as a program of its own: its packages, real or stood in for, are none of the specs.
    public static string OtherTeam { get; } = Repository.File($"tests/OtherTeam/bin/{Configuration}/net10.0/OtherTeam.dll");

    public static string Tool { get; } = Repository.File($"src/GoldenPath.Tool/bin/{Configuration}/net10.0/GoldenPath.Tool.dll");

    public static string Build { get; } = Repository.File("build/bin/pipeline/_build.dll");

    private static string Configuration =>
        AppContext.BaseDirectory.Contains($"{Path.DirectorySeparatorChar}Release{Path.DirectorySeparatorChar}", StringComparison.Ordinal)
            ? "Release"
            : "Debug";
}
