namespace GoldenPath.Tests.AgentBackend;

/// <summary>The reference backend as a child process.</summary>
internal static class Backend
{
    private const string Announcement = @"Now listening on: http://[^ ]*:(\d+)";

    /// <summary>Starts it on a free port, in the Development environment, and waits until it listens.</summary>
    public static Task<ChildService> StartAsync(params (string Name, string Value)[] environment) => Launch(environment).ListeningAsync();

    /// <summary>Starts it without waiting for anything.</summary>
    public static ChildService Launch(params (string Name, string Value)[] environment) =>
        ChildService.Launch(
            [Environment.ProcessPath is { } host && Path.GetFileNameWithoutExtension(host) == "dotnet" ? host : "dotnet", Assembly],
            Announcement,
            [("ASPNETCORE_URLS", "http://127.0.0.1:0"), ("ASPNETCORE_ENVIRONMENT", "Development"), .. environment]
        );

    /// <summary>Starts it with a misbehaviour.</summary>
    public static Task<ChildService> MisbehaveAsync(string name, params (string Name, string Value)[] environment) =>
        StartAsync([("AGENT_MISBEHAVIOUR", name), .. environment]);

    private static string Assembly => Path.Combine(AppContext.BaseDirectory, "AgentBackend.dll");
}
