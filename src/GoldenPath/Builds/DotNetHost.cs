namespace GoldenPath.Builds;

/// <summary>The <c>dotnet</c> that runs this process, so that a build uses the same SDK; the one on the PATH where another program does.</summary>
internal static class DotNetHost
{
    public static string Path { get; } =
        Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") is { Length: > 0 } host && File.Exists(host) ? host
        : System.IO.Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet" ? Environment.ProcessPath!
        : "dotnet";
}
